package com.sessionanalyzer.standalone.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares parsed values: numbers by their value, objects by their keys, lists by how often each element is in them. */
final class JsonComparison {

    private final Differences differences;

    JsonComparison(Differences differences) {
        this.differences = differences;
    }

    /** Compares each expected key; what else the answer holds is not looked at. Answers how many values were compared. */
    long compare(Map<String, Object> expected, JsonNode found) {
        return expected.entrySet().stream()
                .mapToLong(entry -> compare(entry.getKey(), entry.getValue(), found.get(entry.getKey())))
                .sum();
    }

    private long compare(String what, Object expected, @Nullable JsonNode found) {
        if (expected instanceof Map<?, ?> map) {
            return compareEntries(what, texts(map), found != null && found.isObject() ? texts(found) : null);
        }
        if (expected instanceof List<?> list) {
            return compareEntries(
                    what, occurrences(list), found != null && found.isArray() ? occurrences(found) : null);
        }
        if (found == null || !text(expected).equals(text(found))) {
            differences.add(what, text(expected), found == null ? "nothing" : text(found));
        }
        return 1;
    }

    private long compareEntries(String what, Map<String, String> expected, @Nullable Map<String, String> found) {
        if (found == null) {
            differences.add(what, expected.size() + " entries", "nothing");
            return 1;
        }
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            String wanted = expected.getOrDefault(key, "nothing");
            String got = found.getOrDefault(key, "nothing");
            if (!wanted.equals(got)) {
                differences.add(what + " " + key, wanted, got);
            }
        }
        return keys.size();
    }

    private static Map<String, String> texts(Map<?, ?> map) {
        Map<String, String> texts = new HashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), text(value)));
        return texts;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(property -> texts.put(property.getKey(), text(property.getValue())));
        return texts;
    }

    private static Map<String, String> occurrences(Iterable<?> elements) {
        Map<String, Integer> counts = new HashMap<>();
        elements.forEach(element -> counts.merge(text(element), 1, Integer::sum));
        return texts(counts);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return text(plain(node));
        }
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(texts(map)).toString();
        }
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            return texts(node);
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(text(element)));
            return elements;
        }
        return node.isNumber() ? node.decimalValue() : node.asString();
    }
}
