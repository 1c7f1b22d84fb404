package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.Position;
import java.util.Map;

/**
 * What all records of an organization add up to at one moment.
 *
 * @param position exactly the records contained
 * @param numbers  by name, as in {@code duplicate_customers}
 * @param regions  records per region, and so on
 */
public record SessionTotals(
        Position position,
        Map<String, Long> numbers,
        Map<String, Long> regions,
        Map<String, Long> sources,
        Map<String, Long> destinations) {

    public static final String RECORDS = "records";
    public static final String SESSIONS = "sessions";
    public static final String TIMED_RECORDS = "timed_records";
    public static final String MINUTES = "minutes";
    public static final String CUSTOMERS = "customers";
    public static final String DUPLICATE_CUSTOMERS = "duplicate_customers";
}
