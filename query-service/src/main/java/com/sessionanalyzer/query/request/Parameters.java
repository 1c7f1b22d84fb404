package com.sessionanalyzer.query.request;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The parameters of an address by their names; each value is stripped, and what is blank then counts as not said. */
public record Parameters(Map<String, List<String>> values) {

    public Parameters {
        Map<String, List<String>> said = new LinkedHashMap<>();
        values.forEach((name, texts) -> said.put(
                name,
                texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList()));
        values = Map.copyOf(said);
    }

    /** Those of the request's address; what a form sends in its body is not among them. */
    public static Parameters of(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (request.getMethod().equals("POST")) {
            addressOf(request).getQueryParams().forEach((name, texts) -> values.put(decoded(name), decoded(texts)));
        } else {
            request.getParameterMap().forEach((name, texts) -> values.put(name, Arrays.asList(texts)));
        }
        return new Parameters(values);
    }

    private static UriComponents addressOf(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build();
    }

    private static List<String> decoded(List<@Nullable String> texts) {
        return texts.stream().map(text -> text == null ? "" : decoded(text)).toList();
    }

    private static String decoded(String text) {
        return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value; empty when there is none. */
    public String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }
}
