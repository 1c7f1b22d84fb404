package com.sessionanalyzer.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What went wrong with one request.
 *
 * @param type       slug of a {@link ProblemType}
 * @param detail     a sentence for people about this occurrence, without internal text
 * @param properties further members of the answer; {@code error} replaces the detail under the legacy key
 */
public record Problem(HttpStatus status, String type, String title, String detail, Map<String, Object> properties) {

    public Problem {
        if (ProblemType.of(type).isEmpty()) {
            throw new IllegalArgumentException("problem type must have a page, was '" + type + "'");
        }
        properties = Map.copyOf(properties);
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.status(), type.slug(), type.title(), detail, Map.of());
    }

    /** The members of the Problem Details object, in the order of RFC 9457. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "/problems/" + type);
        members.put("title", title);
        members.put("status", status.value());
        members.put("detail", detail);
        members.put("error", detail);
        properties.forEach((name, value) -> {
            if (name.equals("error") || !members.containsKey(name)) {
                members.put(name, value);
            }
        });
        return members;
    }
}
