package com.sessionanalyzer.standalone.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is not equal, only the first ones kept in words; and what could not be compared. */
final class Differences {

    private static final int KEPT = 50;

    private final List<String> sentences = new ArrayList<>();
    private final List<String> notCompared = new ArrayList<>();
    private long count;

    void add(String what, @Nullable Object expected, @Nullable Object found) {
        count++;
        if (sentences.size() < KEPT) {
            sentences.add(what + ": the log says " + expected + ", found " + found);
        }
    }

    /** Adds what was found elsewhere after what was found here. */
    void addAll(Differences others) {
        count += others.count;
        others.sentences.stream().limit(Math.max(0, KEPT - sentences.size())).forEach(sentences::add);
        notCompared.addAll(others.notCompared);
    }

    /** Says that something is left out, and why. */
    void leaveOut(String sentence) {
        notCompared.add(sentence);
    }

    List<String> notCompared() {
        return List.copyOf(notCompared);
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    /** One sentence per difference, at most fifty, and how many more there are. */
    List<String> sentences() {
        List<String> all = new ArrayList<>(sentences);
        if (count > sentences.size()) {
            all.add("and " + (count - sentences.size()) + " more");
        }
        return all;
    }
}
