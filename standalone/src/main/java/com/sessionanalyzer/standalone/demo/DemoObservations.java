package com.sessionanalyzer.standalone.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What somebody could have noticed while watching a session. */
final class DemoObservations {

    private static final List<String> PLACES = List.of(
            "the connection page",
            "schema mapping",
            "the load history",
            "the alert settings",
            "query mode",
            "the billing page",
            "the transformation editor",
            "the activity log",
            "the user invitation",
            "the sync schedule");
    private static final List<String> ACTIONS = List.of(
            "opened",
            "went back and forth between the tabs of",
            "searched in",
            "waited a while on",
            "refreshed",
            "left and came back to",
            "asked a colleague about",
            "copied an error message from",
            "took a screenshot of");
    private static final List<String> FINDINGS = List.of(
            "did not see the hint beside the field",
            "expected the change to be saved at once",
            "found the answer in the docs",
            "could not tell which table was loading",
            "solved it without help",
            "gave up and contacted support",
            "would like to filter by date",
            "was unsure what the warning means",
            "was done faster than last time",
            "tried the same thing three times",
            "saw the numbers update and moved on");
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
        return "The user " + pick(ACTIONS, random) + " " + pick(PLACES, random) + " and " + pick(FINDINGS, random)
                + ".";
    }

    private static String pick(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
