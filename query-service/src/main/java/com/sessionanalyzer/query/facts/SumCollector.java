package com.sessionanalyzer.query.facts;

import org.jspecify.annotations.Nullable;

/** Adds up the facts of each group, and sees their subjects when they are to be counted. */
final class SumCollector implements GroupCollector {

    final GroupSums groups;
    final @Nullable Distinct distinct;
    private long first;

    SumCollector(GroupSums groups, @Nullable Distinct distinct) {
        this.groups = groups;
        this.distinct = distinct;
    }

    /** Has the groups that come be numbered from this on. */
    SumCollector from(long first) {
        this.first = first;
        return this;
    }

    /** Adds what another has added up of the same groups. */
    void join(SumCollector other) {
        groups.addAll(other.groups);
        if (distinct != null && other.distinct != null) {
            distinct.seeAll(other.distinct);
        }
    }

    @Override
    public void addCell(long group, Span span, int cell, boolean isLabelled) {
        int index = groups.indexOf(first + group);
        boolean hasValue = FactShape.hasValue(span.codes[cell]);
        groups.add(index, span.records[cell], span.amounts[cell], span.values[cell], hasValue, isLabelled);
        if (distinct != null && span instanceof SubjectSums sums) {
            distinct.see(index, sums.subjects, sums.totals(), sums.starts[cell], sums.ends[cell]);
        } else if (distinct != null) {
            distinct.see(index, span.subjects, span.starts[cell], span.ends[cell]);
        }
    }

    @Override
    public void addRun(long group, FactRows rows, int from, int to, boolean isLabelled) {
        int index = groups.indexOf(first + group);
        long amount = 0;
        long value = 0;
        for (int row = from; row < to; row++) {
            amount += Pack.amount(rows.packs[row]);
            value += Pack.value(rows.packs[row]);
        }
        groups.add(index, to - from, amount, value, true, isLabelled);
        if (distinct != null) {
            distinct.see(index, rows.subjects, from, to);
        }
    }

    @Override
    public void addRows(
            long part, long[] parts, FactRows rows, int from, int to, boolean hasValue, boolean isLabelled) {
        if (groups.hasPlaces() && distinct == null) {
            groups.addRows(first + part, parts, rows, from, to, hasValue, isLabelled);
            return;
        }
        for (int row = from; row < to; row++) {
            int subject = rows.subjects[row];
            if (parts[subject] >= 0) {
                add(part + parts[subject], subject, rows.packs[row], hasValue, isLabelled);
            }
        }
    }

    @Override
    public void addEntries(long part, long[] parts, SubjectSums sums, int cell, boolean isLabelled) {
        boolean hasValue = FactShape.hasValue(sums.codes[cell]);
        int from = sums.starts[cell];
        int to = sums.ends[cell];
        if (groups.hasPlaces() && distinct == null) {
            groups.addEntries(first + part, parts, sums, from, to, hasValue, isLabelled);
            return;
        }
        WideEntries wide = sums.wide();
        for (int entry = from; entry < to; entry++) {
            int subject = sums.subjects[entry];
            int total = sums.totals()[entry];
            if (parts[subject] >= 0 && total != Total.NOTHING) {
                int index = groups.indexOf(first + part + parts[subject]);
                groups.add(index, wide.count(total), wide.amount(total), wide.value(total), hasValue, isLabelled);
                see(index, subject);
            }
        }
    }

    @Override
    public void addFact(long group, int subject, int pack, boolean isLabelled) {
        add(group, subject, pack, Pack.value(pack) > 0, isLabelled);
    }

    private void add(long group, int subject, int pack, boolean hasValue, boolean isLabelled) {
        int index = groups.indexOf(first + group);
        groups.add(index, 1, Pack.amount(pack), Pack.value(pack), hasValue, isLabelled);
        see(index, subject);
    }

    private void see(int index, int subject) {
        if (distinct != null) {
            distinct.see(index, subject);
        }
    }
}
