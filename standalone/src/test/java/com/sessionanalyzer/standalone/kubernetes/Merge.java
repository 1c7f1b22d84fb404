package com.sessionanalyzer.standalone.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A patch laid over a manifest: objects key by key, lists of named things by name, new ones first, all else replaced. */
final class Merge {

    private static final String NAME = "name";

    private Merge() {}

    static Map<String, Object> of(Map<String, Object> base, Map<String, Object> patch) {
        Map<String, Object> merged = new LinkedHashMap<>(base);
        patch.forEach((key, value) -> merged.put(key, value(merged.get(key), value)));
        return merged;
    }

    private static Object value(@Nullable Object base, Object patch) {
        if (base instanceof Map && patch instanceof Map) {
            return of(Yaml.map(base), Yaml.map(patch));
        }
        if (base instanceof List && patch instanceof List && areNamed(Yaml.list(base)) && areNamed(Yaml.list(patch))) {
            return named(Yaml.list(base), Yaml.list(patch));
        }
        return patch;
    }

    private static List<Object> named(List<Object> base, List<Object> patch) {
        Map<Object, Object> known = new LinkedHashMap<>();
        base.forEach(entry -> known.put(name(entry), entry));
        List<Object> merged = new ArrayList<>();
        for (Object entry : patch) {
            if (known.containsKey(name(entry))) {
                known.merge(name(entry), entry, (old, more) -> of(Yaml.map(old), Yaml.map(more)));
            } else {
                merged.add(entry);
            }
        }
        merged.addAll(known.values());
        return merged;
    }

    private static boolean areNamed(List<Object> entries) {
        return entries.stream().allMatch(entry -> entry instanceof Map<?, ?> map && map.containsKey(NAME));
    }

    private static Object name(Object entry) {
        return String.valueOf(Yaml.map(entry).get(NAME));
    }
}
