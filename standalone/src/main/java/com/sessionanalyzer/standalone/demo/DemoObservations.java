package com.sessionanalyzer.standalone.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What somebody could have noticed while watching a session. */
final class DemoObservations {

    private static final double ONE_LINE = 0.35;
    private static final double NOTHING = 0.1;
    private static final int MAX_LINES = 4;

    private DemoObservations() {}

    /** No line, one line, or a list of some. */
    static String make(RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < NOTHING) {
            return "";
        }
        if (kind < NOTHING + ONE_LINE) {
            return sentence(random);
        }
        return random.ints(2 + random.nextInt(MAX_LINES - 1), 0, Integer.MAX_VALUE)
                .mapToObj(ignored -> "- " + sentence(random))
                .collect(Collectors.joining("\n"));
    }

    private static String sentence(RandomGenerator random) {
        return "The user " + pick(Vocabulary.ACTIONS, random) + " " + pick(Vocabulary.PLACES, random) + " and "
                + pick(Vocabulary.FINDINGS, random) + ".";
    }

    private static String pick(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
