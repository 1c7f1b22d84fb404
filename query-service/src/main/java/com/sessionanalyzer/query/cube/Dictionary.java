package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
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

    public void write(StateOutput output) throws IOException {
        output.number(texts.size());
        for (String text : texts) {
            output.text(text);
        }
    }

    /** Reads texts that were written, with the codes that they had. */
    public static Dictionary read(StateInput input) throws IOException {
        Dictionary dictionary = new Dictionary();
        for (int left = input.number(); left > 0; left--) {
            dictionary.code(input.text());
        }
        return dictionary;
    }
}
