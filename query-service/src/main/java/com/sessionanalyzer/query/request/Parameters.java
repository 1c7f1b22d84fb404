package com.sessionanalyzer.query.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    public static Parameters of(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, texts) -> values.put(name, Arrays.asList(texts)));
        return new Parameters(values);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value; empty when there is none. */
    public String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }
}
