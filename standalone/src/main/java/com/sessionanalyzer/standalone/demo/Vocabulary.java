package com.sessionanalyzer.standalone.demo;

import java.util.List;

/** The words of made-up reviews. */
public final class Vocabulary {

    /** First words of customers. */
    public static final List<String> FIRST = List.of(
            "amber", "birch", "blue", "bright", "cedar", "clear", "copper", "coral", "delta", "ember", "fern", "golden",
            "harbor", "hazel", "indigo", "juniper", "lunar", "maple", "nimbus", "north", "opal", "quiet", "river",
            "silver");

    /** Second words of customers. */
    public static final List<String> SECOND = List.of(
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

    /** What the names of customers end with. */
    public static final List<String> ENDINGS = List.of(".example", ".shop.example", ".eu.example", ".app.example");

    /** Where customers are, the usual first. */
    public static final List<String> REGIONS =
            List.of("US", "EU", "India", "US2", "AU", "Asia", "Preview", "Preprod", "Test");

    /** What customers connect, the usual first. */
    public static final List<String> SOURCES = List.of(
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
            "Klaviyo");

    /** Where customers load it, the usual first. */
    public static final List<String> DESTINATIONS =
            List.of("Snowflake", "BQ", "Redshift", "Databricks", "PostgreSQL", "Amazon S3", "ClickHouse");

    /** What a user does. */
    public static final List<String> ACTIONS = List.of(
            "opened",
            "went back and forth between the tabs of",
            "searched in",
            "waited a while on",
            "refreshed",
            "left and came back to",
            "asked a colleague about",
            "copied an error message from",
            "took a screenshot of");

    /** Where a user does it. */
    public static final List<String> PLACES = List.of(
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

    /** How it went. */
    public static final List<String> FINDINGS = List.of(
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

    private Vocabulary() {}
}
