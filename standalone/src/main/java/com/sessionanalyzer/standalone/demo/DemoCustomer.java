package com.sessionanalyzer.standalone.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A made-up customer with habits: where it is, what it connects, and how much of it is watched. */
record DemoCustomer(String name, String region, List<String> sources, String destination, double effort) {

    private static final Weighted<String> REGIONS = Weighted.skewed(Vocabulary.REGIONS);
    private static final Weighted<String> SOURCES = Weighted.skewed(Vocabulary.SOURCES);
    private static final Weighted<String> DESTINATIONS = Weighted.skewed(Vocabulary.DESTINATIONS);
    private static final int MAX_SOURCES = 4;
    private static final double LEAST_EFFORT = 0.6;

    /** So many different customers, the same for the same randomness. */
    static List<DemoCustomer> make(int count, Random random) {
        List<String> names = new ArrayList<>();
        for (String first : Vocabulary.FIRST) {
            for (String second : Vocabulary.SECOND) {
                names.add(first + "-" + second + Vocabulary.ENDINGS.get(random.nextInt(Vocabulary.ENDINGS.size())));
            }
        }
        Collections.shuffle(names, random);
        return names.stream().limit(count).map(name -> make(name, random)).toList();
    }

    private static DemoCustomer make(String name, Random random) {
        List<String> sources = new ArrayList<>();
        for (int i = random.nextInt(MAX_SOURCES); i >= 0; i--) {
            sources.add(SOURCES.pick(random));
        }
        return new DemoCustomer(
                name,
                REGIONS.pick(random),
                List.copyOf(sources),
                DESTINATIONS.pick(random),
                LEAST_EFFORT + random.nextDouble());
    }
}
