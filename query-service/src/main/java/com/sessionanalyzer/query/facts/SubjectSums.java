package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the facts of a stretch of days add up to by cell and subject; an entry is a subject of a cell, and those of a cell are ordered
 * by subject. An entry without facts any more stays until the tail is put in its places.
 */
final class SubjectSums extends Span {

    private Columns columns = new Columns(0);
    private Columns before = columns;
    private WideEntries wide = new WideEntries();

    /**
     * Sums of nothing yet.
     *
     * @param leastTail up to how many facts are in no order, however few there are
     */
    SubjectSums(int leastTail) {
        super(leastTail);
    }

    /** The entries, each with what it adds up to as a {@link Total}. */
    private static final class Columns {

        private final int[] subjects;
        private final int[] totals;

        private Columns(int capacity) {
            this(new int[capacity], new int[capacity]);
        }

        private Columns(int[] subjects, int[] totals) {
            this.subjects = subjects;
            this.totals = totals;
        }

        private Columns first(int entries) {
            return new Columns(Arrays.copyOf(subjects, entries), Arrays.copyOf(totals, entries));
        }

        private void move(Columns from, int start, int end, int to) {
            System.arraycopy(from.subjects, start, subjects, to, end - start);
            System.arraycopy(from.totals, start, totals, to, end - start);
        }
    }

    /** What each entry adds up to, as a {@link Total}; {@link Total#NOTHING} for an entry without facts. */
    int[] totals() {
        return columns.totals;
    }

    /** What those entries add up to whose totals say that they are here. */
    WideEntries wide() {
        return wide;
    }

    @Override
    long bytes() {
        return super.bytes() + (long) subjects.length * Integer.BYTES + wide.bytes();
    }

    @Override
    void write(StateOutput output) throws IOException {
        super.write(output);
        output.ints(columns.totals, columns.totals.length);
        wide.write(output);
    }

    @Override
    void read(StateInput input) throws IOException {
        super.read(input);
        columns = new Columns(subjects, input.ints());
        wide = WideEntries.read(input);
    }

    @Override
    boolean addInPlace(int code, int subject, int pack) {
        int cell = Arrays.binarySearch(codes, 0, cells, code);
        int entry = cell < 0 ? -1 : Arrays.binarySearch(subjects, starts[cell], ends[cell], subject);
        if (entry < 0) {
            return false;
        }
        change(entry, 1, pack);
        count(cell, 1, pack);
        return true;
    }

    @Override
    boolean removeInPlace(int cell, int subject, int pack) {
        int entry = Arrays.binarySearch(subjects, starts[cell], ends[cell], subject);
        if (entry < 0) {
            return false;
        }
        change(entry, -1, pack);
        return true;
    }

    @Override
    void begin(int capacity) {
        before = columns;
        columns = new Columns(capacity);
        subjects = columns.subjects;
    }

    @Override
    int merge(int from, int to, Tail added, long[] order, int first, int beyond, int entry) {
        int end = take(from, to, entry);
        for (int next = first; next < beyond; next++) {
            int row = Tail.row(order[next]);
            end = insert(entry, end, added.subjects[row], added.packs[row]);
        }
        return end;
    }

    /** Copies entries of the columns before to those from here on, but for those without facts; answers where they end. */
    private int take(int from, int to, int entry) {
        int end = entry;
        int run = from;
        for (int old = from; old < to; old++) {
            if (before.totals[old] == Total.NOTHING) {
                columns.move(before, run, old, end);
                end += old - run;
                run = old + 1;
            }
        }
        columns.move(before, run, to, end);
        return end + to - run;
    }

    /** Puts a fact among the entries of its cell; answers where they end. */
    private int insert(int start, int end, int subject, int pack) {
        int found = Arrays.binarySearch(subjects, start, end, subject);
        if (found >= 0) {
            change(found, 1, pack);
            return end;
        }
        int entry = -found - 1;
        columns.move(columns, entry, end, entry + 1);
        subjects[entry] = subject;
        columns.totals[entry] = Total.NOTHING;
        change(entry, 1, pack);
        return end + 1;
    }

    @Override
    void end(int entries) {
        before = new Columns(0);
        if (entries < subjects.length) {
            columns = columns.first(entries);
            subjects = columns.subjects;
        }
    }

    @Override
    void sum(int cell, int from, int to) {
        for (int entry = from; entry < to; entry++) {
            int total = columns.totals[entry];
            boolean isWide = Total.isWide(total);
            records[cell] += isWide ? wide.count(total) : Total.count(total);
            amounts[cell] += isWide ? wide.amount(total) : Total.amount(total);
            values[cell] += isWide ? wide.value(total) : Total.value(total);
        }
    }

    private void change(int entry, int sign, int pack) {
        int total = columns.totals[entry];
        if (Total.isWide(total)) {
            columns.totals[entry] = wide.change(total, sign, pack);
            return;
        }
        int count = Total.count(total) + sign;
        int value = Total.value(total) + sign * Pack.value(pack);
        int amount = Total.amount(total) + sign * Pack.amount(pack);
        columns.totals[entry] =
                Total.isRoomFor(count, value, amount) ? Total.of(count, value, amount) : wide.add(count, value, amount);
    }
}
