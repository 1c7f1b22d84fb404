package com.sessionanalyzer.torture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is wrong, in numbers, and the first of it in words. */
final class Findings {

    private static final int KEPT = 100;

    private final RunLog log;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<String> sentences = new ArrayList<>();

    Findings(RunLog log) {
        this.log = log;
    }

    /** What can be wrong. */
    enum Kind {
        LOST,
        DOUBLED,
        WRONG,
        UNEQUAL,
        BACKWARDS,
        UNANSWERED,
        UNEXPECTED
    }

    synchronized void add(Kind kind, String sentence) {
        counts.merge(kind, 1L, Long::sum);
        if (sentences.size() < KEPT) {
            sentences.add(kind + ": " + sentence);
            log.say("FOUND " + kind + ": " + sentence);
        }
    }

    /** An answer that no client should get, which yet harmed nothing. */
    void unexpected(String sentence) {
        add(Kind.UNEXPECTED, sentence.substring(0, Math.min(sentence.length(), 500)));
    }

    synchronized long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    synchronized boolean isEmpty() {
        return counts.isEmpty();
    }

    synchronized List<String> sentences() {
        return List.copyOf(sentences);
    }
}
