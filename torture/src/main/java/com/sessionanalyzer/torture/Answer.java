package com.sessionanalyzer.torture;

import com.sessionanalyzer.schema.Position;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request came to.
 *
 * @param status 0 when there was no answer, so that nobody knows
 */
record Answer(int status, String body, Map<String, String> headers) {

    static final Answer NONE = new Answer(0, "", Map.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Answer(response.statusCode(), response.body(), headers);
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Position position() {
        return header(Position.HEADER).map(Position::parse).orElse(Position.BEGINNING);
    }

    /** Whether nothing is known or done yet, and the same can be asked again. */
    boolean isToBeTriedAgain() {
        return status == 0 || status == 503 || status == 409;
    }
}
