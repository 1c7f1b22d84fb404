package com.sessionanalyzer.schema.session;

import java.util.List;
import java.util.Set;

/** What the cube of sessions holds, in the order in which keys and cells hold it. */
public final class SessionCube {

    /** The dimensions of a cell, beside organization and local day. */
    public static final List<String> DIMENSIONS = List.of("region", "source", "destination");

    public static final int REGION = 0;
    public static final int SOURCE = 1;
    public static final int DESTINATION = 2;

    /** The measures of a cell; its histogram counts timed records per minute value. */
    public static final List<String> MEASURES = List.of("records", "sessions", "timed_records", "minutes");

    public static final int RECORDS = 0;
    public static final int SESSIONS = 1;
    public static final int TIMED_RECORDS = 2;
    public static final int MINUTES = 3;

    /** Tally of distinct customers; its value is empty. */
    public static final String CUSTOMERS = "customers";

    /** Tally of customers with more than one record; its value is empty. */
    public static final String REPEAT_CUSTOMERS = "repeat-customers";

    /** Tally of records that began to be, per channel; it only grows. */
    public static final String RECORDED = "recorded";

    /** Tally of records that got another version, per channel; it only grows. */
    public static final String CORRECTED = "corrected";

    /** Tally of records that ended, per channel; it only grows. */
    public static final String DELETED = "deleted";

    /** Names of the tallies of changes; the others say what is. */
    public static final Set<String> FATES = Set.of(RECORDED, CORRECTED, DELETED);

    private SessionCube() {}

    /** Name of the tally of distinct customers per value of a dimension, as in {@code customers-by-region}. */
    public static String customersBy(int dimension) {
        return "customers-by-" + DIMENSIONS.get(dimension);
    }
}
