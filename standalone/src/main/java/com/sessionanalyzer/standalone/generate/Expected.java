package com.sessionanalyzer.standalone.generate;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to become of the records of a file. */
final class Expected {

    private final List<Fault> faults;
    private final long[] rejected;
    private final BitSet customers = new BitSet(Customer.COUNT);
    private long recorded;
    private long sessions;
    private long minutes;

    Expected(List<Fault> faults) {
        this.faults = faults;
        this.rejected = new long[faults.size()];
    }

    void recorded(int customer, int itsSessions, int itsMinutes) {
        recorded++;
        customers.set(customer);
        sessions += itsSessions;
        minutes += itsMinutes;
    }

    void rejected(int fault) {
        rejected[fault]++;
    }

    long recorded() {
        return recorded;
    }

    long rejected() {
        return reasons().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of the recorded. */
    int customers() {
        return customers.cardinality();
    }

    /** Of the recorded. */
    long sessions() {
        return sessions;
    }

    /** Of the recorded. */
    long minutes() {
        return minutes;
    }

    /** How many are rejected for each reason; only reasons that there are. */
    Map<String, Long> reasons() {
        Map<String, Long> reasons = new TreeMap<>();
        for (int i = 0; i < rejected.length; i++) {
            if (rejected[i] > 0) {
                reasons.merge(faults.get(i).reason(), rejected[i], Long::sum);
            }
        }
        return reasons;
    }
}
