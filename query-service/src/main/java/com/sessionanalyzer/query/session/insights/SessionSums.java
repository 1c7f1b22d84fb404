package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.facts.FactSums;
import com.sessionanalyzer.query.facts.FactSums.Measure;

/** What the records of one group add up to; customers are distinct, and 0 when nobody asked for them. */
public record SessionSums(
        long records, long sessions, long customers, long timedRecords, long minutes, long highlights) {

    static final SessionSums NOTHING = new SessionSums(0, 0, 0, 0, 0, 0);

    /** Of a group that is one customer's. */
    SessionSums withOneCustomer() {
        return withCustomers(1);
    }

    SessionSums withCustomers(long distinct) {
        return new SessionSums(records, sessions, distinct, timedRecords, minutes, highlights);
    }

    /** Of records that are all others'; customers are added up, too, though some may be the same. */
    SessionSums plus(SessionSums other) {
        return new SessionSums(
                records + other.records,
                sessions + other.sessions,
                customers + other.customers,
                timedRecords + other.timedRecords,
                minutes + other.minutes,
                highlights + other.highlights);
    }

    /** Of all groups together, without customers, which do not add up. */
    static SessionSums of(FactSums sums) {
        FactSums added = sums.added();
        return new SessionSums(
                added.sum(Measure.RECORDS, 0),
                added.sum(Measure.AMOUNT, 0),
                0,
                added.sum(Measure.WITH_VALUE, 0),
                added.sum(Measure.VALUE, 0),
                added.sum(Measure.WITH_LABEL, 0));
    }

    static SessionSums of(FactSums sums, int index) {
        return new SessionSums(
                sums.sum(Measure.RECORDS, index),
                sums.sum(Measure.AMOUNT, index),
                sums.sum(Measure.SUBJECTS, index),
                sums.sum(Measure.WITH_VALUE, index),
                sums.sum(Measure.VALUE, index),
                sums.sum(Measure.WITH_LABEL, index));
    }
}
