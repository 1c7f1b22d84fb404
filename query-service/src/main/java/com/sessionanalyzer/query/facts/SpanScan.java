package com.sessionanalyzer.query.facts;

import org.jspecify.annotations.Nullable;

/** Reads the facts of a piece, as far as they are meant, into what collects those of their bucket. */
final class SpanScan {

    private final CellPlan plan;
    private final long @Nullable [] subjects;
    private final GroupCollector groups;

    SpanScan(CellPlan plan, long @Nullable [] subjects, GroupCollector groups) {
        this.plan = plan;
        this.subjects = subjects;
        this.groups = groups;
    }

    void look(Piece piece) {
        if (piece.span() instanceof FactRows rows) {
            lookAtFacts(rows, piece.from(), piece.beyond());
        } else if (piece.span() instanceof SubjectSums sums) {
            lookAtSums(sums, piece.from(), piece.beyond());
        }
        if (piece.withTail()) {
            lookAtTail(piece.span().tail);
        }
    }

    private void lookAtFacts(FactRows rows, int from, int beyond) {
        for (int cell = from; cell < beyond; cell++) {
            int code = rows.codes[cell];
            long part = plan.part(code);
            if (part == CellPlan.NONE || rows.records[cell] == 0) {
                continue;
            }
            if (part == CellPlan.MIXED) {
                lookAtValues(rows, cell);
            } else if (subjects != null) {
                groups.addRows(
                        part,
                        subjects,
                        rows,
                        rows.starts[cell],
                        rows.ends[cell],
                        FactShape.hasValue(code),
                        plan.isLabelled(code));
            } else {
                groups.addCell(part, rows, cell, plan.isLabelled(code));
            }
        }
    }

    /** The run of entries whose values are meant, as a whole when they are of one group. */
    private void lookAtValues(FactRows rows, int cell) {
        int label = plan.label(rows.codes[cell]);
        int least = plan.least(label);
        int most = plan.most(label);
        if (rows.isOutside(cell, least, most)) {
            return;
        }
        if (plan.isEven(label)) {
            lookAtRun(rows, cell, label);
            return;
        }
        int from = rows.from(least, rows.starts[cell], rows.ends[cell]);
        int to = rows.from(most + 1, from, rows.ends[cell]);
        for (int row = from; row < to; row++) {
            lookAtRow(rows.codes[cell], rows.subjects[row], rows.packs[row]);
        }
    }

    /** The run of a cell whose values make no difference but for whether they are meant. */
    private void lookAtRun(FactRows rows, int cell, int label) {
        int least = plan.least(label);
        int most = plan.most(label);
        long part = plan.partOfRun(rows.codes[cell]);
        if (part < 0 || (subjects == null && !groups.wants(part))) {
            return;
        }
        boolean isInside = rows.isInside(cell, least, most);
        if (isInside && subjects == null) {
            groups.addCell(part, rows, cell, label > 0);
            return;
        }
        int from = isInside ? rows.starts[cell] : rows.from(least, rows.starts[cell], rows.ends[cell]);
        int to = isInside ? rows.ends[cell] : rows.from(most + 1, from, rows.ends[cell]);
        if (subjects != null) {
            groups.addRows(part, subjects, rows, from, to, true, label > 0);
        } else if (from < to) {
            groups.addRun(part, rows, from, to, label > 0);
        }
    }

    private void lookAtTail(Tail tail) {
        for (int row = 0; row < tail.size; row++) {
            lookAtRow(tail.codes[row], tail.subjects[row], tail.packs[row]);
        }
    }

    private void lookAtRow(int code, int subject, int pack) {
        long ofSubject = subjects == null ? 0 : subjects[subject];
        long part = plan.part(code);
        if (part == CellPlan.MIXED) {
            part = plan.part(code, Pack.value(pack));
        }
        if (part >= 0 && ofSubject >= 0) {
            groups.addFact(part + ofSubject, subject, pack, plan.isLabelled(code));
        }
    }

    private void lookAtSums(SubjectSums sums, int from, int beyond) {
        for (int cell = from; cell < beyond; cell++) {
            int code = sums.codes[cell];
            long part = plan.part(code);
            if (part < 0 || sums.records[cell] == 0) {
                continue;
            }
            if (subjects != null) {
                groups.addEntries(part, subjects, sums, cell, plan.isLabelled(code));
            } else {
                groups.addCell(part, sums, cell, plan.isLabelled(code));
            }
        }
    }
}
