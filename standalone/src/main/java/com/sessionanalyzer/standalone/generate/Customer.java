package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.standalone.demo.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A made-up customer with habits.
 *
 * @param spellings the ways in which people write it; the first is the usual one
 * @param effort    about how many minutes one of its reviews takes
 */
@SuppressWarnings("ArrayRecordComponent")
record Customer(byte[][] spellings, byte[] region, byte[][] sources, byte[] destination, int effort) {

    /** How many there are. */
    static final int COUNT = 5_000;

    private static final List<String> ABROAD = List.of("bäckerei-", "čistá-", "日本-");
    private static final int ABROAD_EVERY = 40;
    private static final int MAX_SOURCES = 4;
    private static final int LEAST_EFFORT = 8;
    private static final int EFFORTS = 30;

    static Customer[] make(Dice dice, Notation notation) {
        Skewed regions = new Skewed(Vocabulary.REGIONS.size());
        Skewed sources = new Skewed(Vocabulary.SOURCES.size());
        Skewed destinations = new Skewed(Vocabulary.DESTINATIONS.size());
        Customer[] customers = new Customer[COUNT];
        for (int i = 0; i < COUNT; i++) {
            String region = Vocabulary.REGIONS.get(regions.pick(dice));
            byte[][] habits = new byte[1 + dice.below(MAX_SOURCES)][];
            for (int s = 0; s < habits.length; s++) {
                habits[s] = encoded(Vocabulary.SOURCES.get(sources.pick(dice)), notation);
            }
            String destination = Vocabulary.DESTINATIONS.get(destinations.pick(dice));
            customers[i] = new Customer(
                    spellings(name(i, dice), notation),
                    encoded(region, notation),
                    habits,
                    encoded(destination, notation),
                    LEAST_EFFORT + dice.below(EFFORTS));
        }
        return customers;
    }

    /** A name that no other number has. */
    static String name(int number, Dice dice) {
        int words = Vocabulary.FIRST.size() * Vocabulary.SECOND.size();
        String first = Vocabulary.FIRST.get(number % Vocabulary.FIRST.size());
        String second = Vocabulary.SECOND.get(number / Vocabulary.FIRST.size() % Vocabulary.SECOND.size());
        String abroad = number % ABROAD_EVERY == 1 ? ABROAD.get(dice.below(ABROAD.size())) : "";
        String again = number < words ? "" : "-" + (1 + number / words);
        return abroad + first + "-" + second + again + Vocabulary.ENDINGS.get(dice.below(Vocabulary.ENDINGS.size()));
    }

    private static byte[][] spellings(String name, Notation notation) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Stream.of(name, capital, name.toUpperCase(Locale.ROOT), "www." + name, "https://www." + name + "/")
                .map(spelling -> encoded(spelling, notation))
                .toArray(byte[][]::new);
    }

    private static byte[] encoded(String text, Notation notation) {
        return Notation.utf8(notation.value(text));
    }
}
