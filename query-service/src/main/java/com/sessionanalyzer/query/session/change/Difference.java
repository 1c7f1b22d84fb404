package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.query.session.SessionTotals.CUSTOMERS;
import static com.sessionanalyzer.query.session.SessionTotals.DUPLICATE_CUSTOMERS;
import static com.sessionanalyzer.query.session.SessionTotals.MINUTES;
import static com.sessionanalyzer.query.session.SessionTotals.RECORDS;
import static com.sessionanalyzer.query.session.SessionTotals.SESSIONS;
import static com.sessionanalyzer.query.session.SessionTotals.TIMED_RECORDS;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * By how much a change moves each number, worked out from the versions of its records alone. What does not move is left out.
 *
 * @param numbers by the names of {@code SessionTotals}
 */
record Difference(
        SortedMap<String, Long> numbers,
        SortedMap<String, Long> regions,
        SortedMap<String, Long> sources,
        SortedMap<String, Long> destinations) {

    static Difference none() {
        return new Difference(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /**
     * What a new version of one record moves.
     *
     * @param live records of a customer before the change, by its key
     */
    static Difference between(SessionRecord before, @Nullable SessionRecord after, Map<String, Long> live) {
        Difference difference = none();
        difference.count(before, -1);
        TreeMap<String, Long> counts = new TreeMap<>(live);
        difference.countCustomer(counts, before.customer().key(), -1);
        if (after != null) {
            difference.count(after, 1);
            difference.countCustomer(counts, after.customer().key(), 1);
        }
        return difference;
    }

    /** Counts one version of a record in, or out. */
    void count(SessionRecord version, int sign) {
        add(numbers, RECORDS, sign);
        add(numbers, SESSIONS, (long) sign * version.sessions());
        if (version.minutes() != null) {
            add(numbers, TIMED_RECORDS, sign);
            add(numbers, MINUTES, (long) sign * version.minutes());
        }
        add(regions, version.region(), sign);
        add(sources, version.source(), sign);
        add(destinations, version.destination(), sign);
    }

    /** Counts a customer whose records become fewer or more. */
    void countCustomer(Map<String, Long> live, String customerKey, long records) {
        long before = live.getOrDefault(customerKey, 0L);
        long after = before + records;
        live.put(customerKey, after);
        add(numbers, CUSTOMERS, (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0));
        add(numbers, DUPLICATE_CUSTOMERS, (after > 1 ? 1 : 0) - (before > 1 ? 1 : 0));
    }

    /** Adds what another change of the same kind moves. */
    void add(Difference other) {
        other.numbers.forEach((name, moved) -> add(numbers, name, moved));
        other.regions.forEach((name, moved) -> add(regions, name, moved));
        other.sources.forEach((name, moved) -> add(sources, name, moved));
        other.destinations.forEach((name, moved) -> add(destinations, name, moved));
    }

    private static void add(Map<String, Long> to, String name, long difference) {
        to.merge(name, difference, (one, other) -> one + other == 0 ? null : (Long) (one + other));
        to.remove(name, 0L);
    }
}
