package com.sessionanalyzer.query.session.insights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of past groups, with codes in the order in which they are first met. */
final class PastTexts implements CodeTexts {

    private final Map<SessionGroup, List<String>> texts = new EnumMap<>(SessionGroup.class);
    private final Map<SessionGroup, Map<String, Integer>> codes = new EnumMap<>(SessionGroup.class);

    int code(SessionGroup group, String text) {
        List<String> known = texts.computeIfAbsent(group, missing -> new ArrayList<>());
        return codes.computeIfAbsent(group, missing -> new HashMap<>()).computeIfAbsent(text, missing -> {
            known.add(text);
            return known.size() - 1;
        });
    }

    @Override
    public String of(SessionGroup group, int code) {
        return texts.getOrDefault(group, List.of()).get(code);
    }
}
