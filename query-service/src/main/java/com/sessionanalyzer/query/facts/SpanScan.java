package com.sessionanalyzer.query.facts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Reads one piece after the other, as far as each is meant, into the sums of its bucket. */
final class SpanScan {

    private final CellPlan plan;
    private final long @Nullable [] subjects;
    private final BucketSums buckets;
    private final @Nullable Distinct distinct;
    private final GroupSums groups;
    private final BitMarks counted;
    private boolean counting;

    SpanScan(FactTable table, FactQuestion question, CellPlan plan) {
        this.plan = plan;
        this.subjects = question.subjects;
        this.buckets = new BucketSums(question, table.subjects().size());
        this.groups = buckets.groups;
        this.distinct = buckets.distinct;
        this.counted = buckets.counted;
    }

    /** What was added up. */
    BucketSums buckets() {
        return buckets;
    }

    void look(Piece piece) {
        counting = buckets.begin(piece.bucket());
        if (counting && counted.areAll()) {
            return;
        }
        if (piece.span() instanceof FactRows rows) {
            lookAtFacts(rows);
        } else if (piece.span() instanceof MonthSums month) {
            lookAtMonth(month);
        }
        lookAtTail(piece.span().tail);
    }

    private void lookAtFacts(FactRows rows) {
        for (int cell = 0; cell < rows.cells; cell++) {
            long part = plan.part(rows.codes[cell]);
            if (part == CellPlan.NONE || rows.records[cell] == 0) {
                continue;
            }
            if (part == CellPlan.MIXED) {
                lookAtValues(rows, cell);
            } else if (subjects != null) {
                lookAtRows(rows, cell, rows.starts[cell], rows.ends[cell]);
            } else if (counting) {
                counted.mark(part);
            } else {
                addCell(rows, cell, part);
            }
        }
    }

    private void addCell(FactRows rows, int cell, long part) {
        int index = add(rows, cell, part);
        if (distinct != null) {
            groups.addSubjects(index, distinct.see(index, rows.subjects, rows.starts[cell], rows.ends[cell]));
        }
    }

    private int add(Span span, int cell, long part) {
        int index = groups.indexOf(part);
        int code = span.codes[cell];
        groups.add(
                index,
                span.records[cell],
                span.amounts[cell],
                span.values[cell],
                (code & 1) == 1,
                plan.label(code) > 0);
        return index;
    }

    /** The run of entries whose values are meant, as a whole when they are of one group. */
    private void lookAtValues(FactRows rows, int cell) {
        int label = plan.label(rows.codes[cell]);
        int least = plan.least(label);
        int most = plan.most(label);
        if (rows.isOutside(cell, least, most)) {
            return;
        }
        if (subjects == null && plan.isEven(label)) {
            lookAtRun(rows, cell, label);
            return;
        }
        int from = rows.from(least, rows.starts[cell], rows.ends[cell]);
        lookAtRows(rows, cell, from, rows.from(most + 1, from, rows.ends[cell]));
    }

    /** Adds the run of a cell to its one group, or marks that. */
    private void lookAtRun(FactRows rows, int cell, int label) {
        int least = plan.least(label);
        int most = plan.most(label);
        long part = plan.part(rows.codes[cell], least);
        if (counting && counted.has(part)) {
            return;
        }
        boolean isInside = rows.isInside(cell, least, most);
        if (isInside && !counting) {
            addCell(rows, cell, part);
            return;
        }
        int from = isInside ? rows.starts[cell] : rows.from(least, rows.starts[cell], rows.ends[cell]);
        int to = isInside ? rows.ends[cell] : rows.from(most + 1, from, rows.ends[cell]);
        if (from < to && counting) {
            counted.mark(part);
        } else if (from < to) {
            addRun(rows, part, from, to, label > 0);
        }
    }

    private void addRun(FactRows rows, long part, int from, int to, boolean isLabelled) {
        int index = groups.indexOf(part);
        long amount = 0;
        long value = 0;
        for (int row = from; row < to; row++) {
            amount += Pack.amount(rows.packs[row]);
            value += Pack.value(rows.packs[row]);
        }
        groups.add(index, to - from, amount, value, true, isLabelled);
        if (distinct != null) {
            groups.addSubjects(index, distinct.see(index, rows.subjects, from, to));
        }
    }

    private void lookAtRows(FactRows rows, int cell, int from, int to) {
        int code = rows.codes[cell];
        long part = partOfRun(code);
        long[] ofSubjects = subjects;
        if (part < 0 || ofSubjects == null) {
            for (int row = from; row < to; row++) {
                lookAtRow(code, rows.subjects[row], rows.packs[row]);
            }
        } else if (counting) {
            counted.mark(part, ofSubjects, rows.subjects, from, to);
        } else {
            addRows(rows, code, part, ofSubjects, from, to);
        }
    }

    /** What each row of a run adds, when it is the same. */
    private long partOfRun(int code) {
        long part = plan.part(code);
        int label = plan.label(code);
        return part == CellPlan.MIXED && plan.isEven(label) ? plan.part(code, plan.least(label)) : part;
    }

    private void addRows(FactRows rows, int code, long part, long[] ofSubjects, int from, int to) {
        boolean hasValue = (code & 1) == 1;
        boolean isLabelled = plan.label(code) > 0;
        int[] those = rows.subjects;
        for (int row = from; row < to; row++) {
            int subject = those[row];
            long ofSubject = ofSubjects[subject];
            if (ofSubject >= 0) {
                int pack = rows.packs[row];
                int index = groups.indexOf(part + ofSubject);
                groups.add(index, 1, Pack.amount(pack), Pack.value(pack), hasValue, isLabelled);
                see(index, subject);
            }
        }
    }

    private void see(int index, int subject) {
        if (distinct != null) {
            groups.addSubjects(index, distinct.see(index, subject));
        }
    }

    private void lookAtTail(Tail tail) {
        for (int row = 0; row < tail.size; row++) {
            lookAtRow(tail.codes[row], tail.subjects[row], tail.packs[row]);
        }
    }

    private void lookAtRow(int code, int subject, int pack) {
        long ofSubject = subjects == null ? 0 : subjects[subject];
        if (ofSubject < 0) {
            return;
        }
        long part = plan.part(code);
        int value = Pack.value(pack);
        if (part == CellPlan.MIXED) {
            part = plan.part(code, value);
        }
        if (part >= 0 && counting) {
            counted.mark(part + ofSubject);
        } else if (part >= 0) {
            int index = groups.indexOf(part + ofSubject);
            groups.add(index, 1, Pack.amount(pack), value, value > 0, plan.label(code) > 0);
            see(index, subject);
        }
    }

    private void lookAtMonth(MonthSums month) {
        for (int cell = 0; cell < month.cells; cell++) {
            long part = plan.part(month.codes[cell]);
            if (part < 0 || month.records[cell] == 0) {
                continue;
            }
            int start = month.starts[cell];
            int end = month.ends[cell];
            if (subjects != null) {
                lookAtEntries(month, cell, part);
            } else if (counting) {
                counted.mark(part);
            } else {
                int index = add(month, cell, part);
                if (distinct != null) {
                    groups.addSubjects(index, distinct.see(index, month.subjects, month.totals(), start, end));
                }
            }
        }
    }

    private void lookAtEntries(MonthSums month, int cell, long part) {
        long[] parts = requireNonNull(subjects);
        int[] totals = month.totals();
        WideEntries wide = month.wide();
        boolean hasValue = (month.codes[cell] & 1) == 1;
        boolean isLabelled = plan.label(month.codes[cell]) > 0;
        for (int entry = month.starts[cell]; entry < month.ends[cell]; entry++) {
            int subject = month.subjects[entry];
            long ofSubject = parts[subject];
            int total = totals[entry];
            if (ofSubject < 0 || total == Total.NOTHING) {
                continue;
            }
            if (counting) {
                counted.mark(part + ofSubject);
                continue;
            }
            int index = groups.indexOf(part + ofSubject);
            if (Total.isWide(total)) {
                groups.add(index, wide.count(total), wide.amount(total), wide.value(total), hasValue, isLabelled);
            } else {
                groups.add(index, Total.count(total), Total.amount(total), Total.value(total), hasValue, isLabelled);
            }
            see(index, subject);
        }
    }
}
