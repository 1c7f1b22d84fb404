package com.sessionanalyzer.query.facts;

/**
 * Takes the facts of a bucket that are meant, each with the number of its group. Where a group is made of a part and of that
 * of the subject, the parts of subjects come along, and a subject whose part is negative is not meant.
 */
interface GroupCollector {

    /** Whether nothing that could come would make a difference. */
    default boolean isFull() {
        return false;
    }

    /** Whether another fact of the group would make a difference. */
    default boolean wants(long group) {
        return true;
    }

    /** All facts of a cell. */
    void addCell(long group, Span span, int cell, boolean isLabelled);

    /** Facts that stand side by side in a cell, all of them with a value. */
    void addRun(long group, FactRows rows, int from, int to, boolean isLabelled);

    /** Facts that stand side by side in a cell, by subject. */
    void addRows(long part, long[] parts, FactRows rows, int from, int to, boolean hasValue, boolean isLabelled);

    /** What the facts of a cell add up to, by subject. */
    void addEntries(long part, long[] parts, SubjectSums sums, int cell, boolean isLabelled);

    /** One fact. */
    void addFact(long group, int subject, int pack, boolean isLabelled);

    /** What becomes of the facts of each bucket. */
    @FunctionalInterface
    interface Buckets {

        /** Goes on to a bucket, unless it is at hand already. */
        GroupCollector at(int bucket);
    }
}
