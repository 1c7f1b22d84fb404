package com.sessionanalyzer.standalone.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A made-up customer with habits: where it is, what it connects, and how much of it is watched. */
record DemoCustomer(String name, String region, List<String> sources, String destination, double effort) {

    private static final List<String> FIRST = List.of(
            "amber", "birch", "blue", "bright", "cedar", "clear", "copper", "coral", "delta", "ember", "fern", "golden",
            "harbor", "hazel", "indigo", "juniper", "lunar", "maple", "nimbus", "north", "opal", "quiet", "river",
            "silver");
    private static final List<String> SECOND = List.of(
            "anchor",
            "bakery",
            "bikes",
            "cargo",
            "clinic",
            "crafts",
            "dental",
            "foods",
            "freight",
            "games",
            "garden",
            "health",
            "labs",
            "market",
            "media",
            "motors",
            "outdoor",
            "pay",
            "pets",
            "retail",
            "robotics",
            "travel");
    private static final List<String> ENDINGS = List.of(".example", ".shop.example", ".eu.example", ".app.example");
    private static final Weighted<String> REGIONS =
            Weighted.skewed(List.of("US", "EU", "India", "US2", "AU", "Asia", "Preview", "Preprod", "Test"));
    private static final Weighted<String> SOURCES = Weighted.skewed(List.of(
            "MySQL",
            "PostgreSQL",
            "FB Pages",
            "Google Ads",
            "Shopify",
            "Salesforce",
            "MongoDB",
            "HubSpot",
            "Stripe",
            "Google Sheets",
            "Kafka",
            "Amazon S3",
            "Zendesk",
            "Klaviyo"));
    private static final Weighted<String> DESTINATIONS = Weighted.skewed(
            List.of("Snowflake", "BQ", "Redshift", "Databricks", "PostgreSQL", "Amazon S3", "ClickHouse"));
    private static final int MAX_SOURCES = 4;
    private static final double LEAST_EFFORT = 0.6;

    /** So many different customers, the same for the same randomness. */
    static List<DemoCustomer> make(int count, Random random) {
        List<String> names = new ArrayList<>();
        for (String first : FIRST) {
            for (String second : SECOND) {
                names.add(first + "-" + second + ENDINGS.get(random.nextInt(ENDINGS.size())));
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
