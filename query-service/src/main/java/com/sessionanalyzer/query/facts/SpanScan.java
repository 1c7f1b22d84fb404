package com.sessionanalyzer.query.facts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Adds up one piece after the other, bucket by bucket. */
final class SpanScan {

    private final FactQuestion question;
    private final CellPlan plan;
    private final long @Nullable [] subjects;
    private final @Nullable Distinct distinct;
    private final GroupSums groups;
    private final FactSums told = new FactSums();
    private final BitMarks counted;
    private boolean counting;
    private int bucket = -1;

    SpanScan(FactTable table, FactQuestion question, CellPlan plan) {
        this.question = question;
        this.plan = plan;
        this.subjects = question.subjects;
        this.groups = new GroupSums(question.groups);
        this.distinct = question.distinct
                ? new Distinct(question.groups, table.subjects().size())
                : null;
        this.counted = new BitMarks();
    }

    void look(Piece piece) {
        if (piece.bucket() != bucket) {
            tell();
            bucket = piece.bucket();
            counting = told.size() >= question.detail && counted.prepare(question.groups);
        }
        if (piece.span() instanceof DayRows day) {
            lookAtDay(day);
        } else if (piece.span() instanceof MonthSums month) {
            lookAtMonth(month);
        }
        lookAtTail(piece.span().tail);
    }

    /** The sums of all buckets. */
    FactSums sums() {
        if (!counting && bucket >= 0 && told.groups() == 0) {
            return new FactSums(groups, bucket * question.groups);
        }
        tell();
        return told;
    }

    /** The sums of these buckets and those of later ones. */
    FactSums followedBy(SpanScan later) {
        tell();
        later.tell();
        told.appendAll(later.told);
        return told;
    }

    /** The sums of the one bucket, when another has looked at other pieces of it. */
    FactSums joined(SpanScan other) {
        groups.addAll(other.groups);
        if (distinct != null && other.distinct != null) {
            distinct.seeAll(other.distinct, groups);
        }
        return sums();
    }

    private void tell() {
        if (counting) {
            told.count(counted.forget());
        } else if (bucket >= 0) {
            groups.tell(bucket * question.groups, told);
            if (distinct != null) {
                distinct.forget();
            }
        }
    }

    private void lookAtDay(DayRows day) {
        for (int cell = 0; cell < day.cells; cell++) {
            long part = plan.part(day.codes[cell]);
            if (part == CellPlan.NONE || day.records[cell] == 0) {
                continue;
            }
            if (part == CellPlan.MIXED) {
                lookAtValues(day, cell);
            } else if (subjects != null) {
                lookAtRows(day, cell, day.starts[cell], day.ends[cell]);
            } else if (counting) {
                counted.mark(part);
            } else {
                addCell(day, cell, part);
            }
        }
    }

    private void addCell(DayRows day, int cell, long part) {
        int index = add(day, cell, part);
        if (distinct != null) {
            groups.addSubjects(index, distinct.see(index, day.subjects, day.starts[cell], day.ends[cell]));
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
    private void lookAtValues(DayRows day, int cell) {
        int code = day.codes[cell];
        int label = plan.label(code);
        int least = plan.least(label);
        int most = plan.most(label);
        if (day.isOutside(cell, least, most)) {
            return;
        }
        if (subjects == null && !counting && plan.isEven(label) && day.isInside(cell, least, most)) {
            addCell(day, cell, plan.part(code, least));
            return;
        }
        int from = day.from(least, day.starts[cell], day.ends[cell]);
        int to = day.from(most + 1, from, day.ends[cell]);
        if (from == to) {
            return;
        }
        if (counting || subjects != null || !plan.isEven(label)) {
            lookAtRows(day, cell, from, to);
            return;
        }
        int index = groups.indexOf(plan.part(code, least));
        long amount = 0;
        long value = 0;
        for (int row = from; row < to; row++) {
            amount += Pack.amount(day.packs[row]);
            value += Pack.value(day.packs[row]);
        }
        groups.add(index, to - from, amount, value, true, label > 0);
        if (distinct != null) {
            groups.addSubjects(index, distinct.see(index, day.subjects, from, to));
        }
    }

    private void lookAtRows(DayRows day, int cell, int from, int to) {
        int code = day.codes[cell];
        long part = partOfRun(code);
        long[] ofSubjects = subjects;
        if (part < 0 || ofSubjects == null) {
            for (int row = from; row < to; row++) {
                lookAtRow(code, day.subjects[row], day.packs[row]);
            }
        } else if (counting) {
            counted.mark(part, ofSubjects, day.subjects, from, to);
        } else {
            addRows(day, code, part, ofSubjects, from, to);
        }
    }

    /** What each row of a run adds, when it is the same. */
    private long partOfRun(int code) {
        long part = plan.part(code);
        int label = plan.label(code);
        return part == CellPlan.MIXED && plan.isEven(label) ? plan.part(code, plan.least(label)) : part;
    }

    private void addRows(DayRows day, int code, long part, long[] ofSubjects, int from, int to) {
        boolean hasValue = (code & 1) == 1;
        boolean isLabelled = plan.label(code) > 0;
        int[] those = day.subjects;
        for (int row = from; row < to; row++) {
            int subject = those[row];
            long ofSubject = ofSubjects[subject];
            if (ofSubject >= 0) {
                int pack = day.packs[row];
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
        int[] counts = month.counts();
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
                    groups.addSubjects(index, distinct.see(index, month.subjects, counts, start, end));
                }
            }
        }
    }

    private void lookAtEntries(MonthSums month, int cell, long part) {
        long[] parts = requireNonNull(subjects);
        int[] counts = month.counts();
        boolean hasValue = (month.codes[cell] & 1) == 1;
        boolean isLabelled = plan.label(month.codes[cell]) > 0;
        for (int entry = month.starts[cell]; entry < month.ends[cell]; entry++) {
            int subject = month.subjects[entry];
            long ofSubject = parts[subject];
            if (ofSubject >= 0 && counts[entry] > 0 && counting) {
                counted.mark(part + ofSubject);
            } else if (ofSubject >= 0 && counts[entry] > 0) {
                int index = groups.indexOf(part + ofSubject);
                groups.add(index, counts[entry], month.amount(entry), month.value(entry), hasValue, isLabelled);
                see(index, subject);
            }
        }
    }
}
