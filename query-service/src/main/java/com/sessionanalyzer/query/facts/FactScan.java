package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.period.Window;
import java.time.LocalDate;

/**
 * Answers a question by one pass over the rows of its months. A filter and a grouping are the same table look-up, so a row
 * that is not meant costs three of them and nothing more.
 */
public final class FactScan {

    private static final int MONTHS = 12;
    private static final int DAYS = 32;

    private final FactQuestion question;
    private final FactSums sums;
    private final Pairs pairs;
    private final int[] values;
    private final boolean[] labelled;

    private FactScan(FactTable table, FactQuestion question) {
        this.question = question;
        this.sums = new FactSums(question.groups);
        this.pairs = new Pairs(
                question.distinct ? question.groups : 0, table.subjects().size());
        FactShape shape = table.shape();
        this.values = new int[shape.traits()];
        this.labelled = new boolean[shape.traits()];
        for (int trait = 0; trait < values.length; trait++) {
            values[trait] = shape.value(trait);
            labelled[trait] = shape.label(trait) > 0;
        }
    }

    public static FactSums of(FactTable table, FactQuestion question) {
        FactScan scan = new FactScan(table, question);
        Window window = question.window;
        for (Segment segment : table.between(month(window.start()), month(window.last()))) {
            scan.look(segment);
        }
        return scan.sums;
    }

    private static int month(LocalDate day) {
        return day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    private void look(Segment segment) {
        long[] days = days(segment.month);
        long[] routes = question.routes;
        long[] traits = question.traits;
        long[] subjects = question.subjects;
        for (int row = 0; row < segment.size; row++) {
            long route = routes[segment.routes[row]];
            long trait = traits[segment.traits[row]];
            long day = days[segment.days[row]];
            if ((route | trait | day) >= 0) {
                long subject = subjects == null ? 0 : subjects[segment.subjects[row]];
                if (subject >= 0) {
                    add(segment, row, route + trait + day + subject);
                }
            }
        }
    }

    private void add(Segment segment, int row, long group) {
        int index = sums.indexOf(group);
        int trait = segment.traits[row];
        int subject = segment.subjects[row];
        sums.add(index, segment.amounts[row], values[trait], labelled[trait]);
        if (question.distinct && pairs.add(index, subject)) {
            sums.addSubject(index);
        }
    }

    /** The parts by day of the month, negative where the window does not reach. */
    private long[] days(int month) {
        long[] parts = new long[DAYS];
        LocalDate first = LocalDate.of(Math.floorDiv(month, MONTHS), Math.floorMod(month, MONTHS) + 1, 1);
        long offset = first.toEpochDay() - question.window.start().toEpochDay();
        for (int day = 1; day < DAYS; day++) {
            long index = offset + day - 1;
            parts[day] = index < 0 || index >= question.days.length ? -1 : question.days[(int) index];
        }
        return parts;
    }
}
