package com.sessionanalyzer.torture;

import java.util.List;
import java.util.Random;

/** A record to send, which carries a mark to be known by. One that is to be rejected breaks a rule. */
record Review(
        String mark, String customer, String region, int sessions, String source, String destination, int minutes) {

    static final String MARK = "torture ";

    private static final List<String> REGIONS = List.of("EU", "US", "AU", "India");
    private static final List<String> SYSTEMS = List.of("MySQL", "BigQuery", "Snowflake", "S3", "FB Pages");

    static Review random(String mark, Random random) {
        int customer = Math.min(random.nextInt(400), random.nextInt(400));
        return new Review(
                mark,
                "customer-" + customer + ".example",
                any(REGIONS, random),
                1 + random.nextInt(500),
                any(SYSTEMS, random),
                any(SYSTEMS, random),
                1 + random.nextInt(120));
    }

    Review broken() {
        return new Review(mark, customer, region, -1, source, destination, minutes);
    }

    /** Another version, now and then of another customer, so that the record gets another key. */
    Review corrected(Random random) {
        Review other = random(mark, random);
        return random.nextInt(4) == 0
                ? other
                : new Review(
                        mark, customer, other.region, other.sessions, other.source, other.destination, other.minutes);
    }

    Review of(String otherCustomer) {
        return new Review(mark, otherCustomer, region, sessions, source, destination, minutes);
    }

    String json() {
        return "{\"customer\": \"%s\", \"region\": \"%s\", \"sessions\": %d, \"source\": \"%s\", \"destination\": \"%s\","
                        .formatted(customer, region, sessions, source, destination)
                + " \"time_consumed\": %d, \"observation\": \"%s%s.\"}".formatted(minutes, MARK, mark);
    }

    /** The mark in a text; empty when there is none. */
    static String markIn(String text) {
        int begin = text.indexOf(MARK);
        int end = text.indexOf('.', Math.max(begin, 0));
        return begin < 0 || end < 0 ? "" : text.substring(begin + MARK.length(), end);
    }

    private static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
