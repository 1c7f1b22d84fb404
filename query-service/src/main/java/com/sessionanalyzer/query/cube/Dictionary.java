package com.sessionanalyzer.query.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers texts from 0 in the order in which they are first seen, so that columns and customers hold small numbers. */
public final class Dictionary {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    public int code(String text) {
        return codes.computeIfAbsent(text, added -> {
            texts.add(added);
            return texts.size() - 1;
        });
    }

    /** The code of a text that was seen; -1 of any other. */
    public int find(String text) {
        return codes.getOrDefault(text, -1);
    }

    public String text(int code) {
        return texts.get(code);
    }

    public int size() {
        return texts.size();
    }
}
