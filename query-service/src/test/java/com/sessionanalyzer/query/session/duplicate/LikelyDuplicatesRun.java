package com.sessionanalyzer.query.session.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds likely duplicates among as many made-up customers as the first argument says, and prints how well and how fast. */
final class LikelyDuplicatesRun {

    private static final int CUSTOMERS = 100_000;
    private static final int TIMES = 3;
    private static final int SHOWN = 12;

    private LikelyDuplicatesRun() {}

    public static void main(String[] arguments) {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CUSTOMERS;
        LabelledCustomers sample = LabelledCustomers.of(1, customers);
        for (int time = 0; time < TIMES; time++) {
            LikelyCustomers found = LikelyCustomers.of(sample.snapshot(), null);
            LikelyCustomers again = LikelyCustomers.of(sample.snapshot(), found.names());
            report(sample, found.pairs());
            System.out.printf(
                    Locale.ROOT,
                    "%,d customers in %.2f s, again with the same names in %.2f s%n",
                    sample.size(),
                    found.effort().toNanos() / 1e9,
                    again.effort().toNanos() / 1e9);
        }
        errors(sample);
    }

    private static void report(LabelledCustomers sample, List<LikelyPair> pairs) {
        long right = pairs.stream()
                .filter(pair -> sample.areSame(pair.keep().key(), pair.other().key()))
                .count();
        System.out.printf(
                Locale.ROOT,
                "%,d pairs, %,d right of %,d: precision %.4f, recall %.4f%n",
                pairs.size(),
                right,
                sample.samePairs(),
                (double) right / pairs.size(),
                (double) right / sample.samePairs());
    }

    private static void errors(LabelledCustomers sample) {
        Map<String, Integer> wrong = new HashMap<>();
        LikelyCustomers.of(sample.snapshot(), null).pairs().stream()
                .filter(pair -> !sample.areSame(pair.keep().key(), pair.other().key()))
                .forEach(pair -> {
                    String feature = pair.evidence().get(0).feature();
                    if (wrong.merge(feature, 1, Integer::sum) <= SHOWN) {
                        System.out.println(
                                pair.keep().key() + " " + pair.other().key() + " " + pair.score());
                    }
                });
        System.out.println("wrong by feature: " + wrong);
    }
}
