package com.sessionanalyzer.query.facts;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.cube.Dictionary;
import com.sessionanalyzer.query.cube.RowIndex;
import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one organization: one row for each live record, by month, in columns of primitives. A record is known by its
 * subject and id, so a correction replaces its row and a deletion takes exactly that one away. For one thread, or under a
 * lock.
 */
public final class FactTable {

    private final FactShape shape;
    private final Dictionary subjects;
    private final List<Dictionary> dictionaries;
    private final RowIndex routes;
    private final Segments segments = new Segments();
    private final TreeMap<Integer, Month> months = new TreeMap<>();
    private final Stretches weeks = new Stretches(Stretch.WEEK);
    private final Stretches years = new Stretches(Stretch.YEAR);
    private final Settling settling = new Settling(months, List.of(weeks, years));
    private final RowSlots slots = new RowSlots(this::hash);
    private long size;

    public FactTable(FactShape shape) {
        this(
                shape,
                new Dictionary(),
                IntStream.range(0, shape.dimensions())
                        .mapToObj(dimension -> new Dictionary())
                        .toList(),
                new RowIndex(shape.dimensions()));
    }

    private FactTable(FactShape shape, Dictionary subjects, List<Dictionary> dictionaries, RowIndex routes) {
        this.shape = shape;
        this.subjects = subjects;
        this.dictionaries = dictionaries;
        this.routes = routes;
    }

    /** Sets what the subject's record of this id counts for. */
    public void set(long idHigh, long idLow, Fact fact) {
        int subject = subjects.code(fact.subject());
        LocalDate day = LocalDate.ofEpochDay(fact.epochDay());
        int number = Month.of(day);
        int code = shape.code(route(fact.dimensions()), fact.label(), fact.value());
        int pack = Pack.of(fact.value(), fact.amount());
        int place = find(idHigh, idLow, subject);
        if (place >= 0 && segments.of(place).month != number) {
            remove(place);
            place = -1;
        } else if (place >= 0) {
            uncount(segments.of(place), Segments.row(place));
        }
        if (place < 0) {
            place = append(number, idHigh, idLow, subject);
        }
        Segment segment = segments.of(place);
        int row = Segments.row(place);
        segment.codes[row] = code;
        segment.packs[row] = pack;
        segment.days[row] = (byte) day.getDayOfMonth();
        month(number).add(segment.days[row], code, subject, pack);
        weeks.add(day, code, subject, pack);
        years.add(day, code, subject, pack);
        settling.changed();
    }

    /** Takes the subject's record of this id away, when there is one. */
    public void remove(long idHigh, long idLow, String subject) {
        int code = subjects.find(subject);
        int place = code < 0 ? -1 : find(idHigh, idLow, code);
        if (place >= 0) {
            remove(place);
            settling.changed();
        }
    }

    public void write(StateOutput output) throws IOException {
        subjects.write(output);
        for (Dictionary dictionary : dictionaries) {
            dictionary.write(output);
        }
        routes.write(output);
        output.longNumber(size).number(segments.numbers()).number(months.size());
        for (Map.Entry<Integer, Month> month : months.entrySet()) {
            output.number(month.getKey());
            month.getValue().write(output);
        }
        weeks.write(output);
        years.write(output);
        slots.write(output);
    }

    /** Reads facts of this shape that were written. */
    public static FactTable read(StateInput input, FactShape shape) throws IOException {
        Dictionary subjects = Dictionary.read(input);
        List<Dictionary> dictionaries = new ArrayList<>();
        for (int dimension = 0; dimension < shape.dimensions(); dimension++) {
            dictionaries.add(Dictionary.read(input));
        }
        FactTable table = new FactTable(shape, subjects, List.copyOf(dictionaries), RowIndex.read(input));
        table.size = input.longNumber();
        table.readMonths(input);
        table.weeks.read(input);
        table.years.read(input);
        table.slots.read(input);
        return table;
    }

    private void readMonths(StateInput input) throws IOException {
        List<Segment> read = new ArrayList<>();
        int numbers = input.number();
        for (int left = input.number(); left > 0; left--) {
            int number = input.number();
            Month month = Month.read(input, number);
            months.put(number, month);
            read.addAll(month.segments);
        }
        segments.take(read, numbers);
    }

    /** Records that there are. */
    public long size() {
        return size;
    }

    /** Bytes of the columns and their index, what is not filled yet included; texts are not counted. */
    public long bytes() {
        return months.values().stream().mapToLong(Month::bytes).sum()
                + weeks.bytes()
                + years.bytes()
                + slots.bytes()
                + routes.bytes();
    }

    public FactShape shape() {
        return shape;
    }

    public Dictionary subjects() {
        return subjects;
    }

    public Dictionary dictionary(int dimension) {
        return dictionaries.get(dimension);
    }

    /** Combinations of dimension values that there are or were. */
    public int routes() {
        return routes.rows();
    }

    /** The code of a dimension's value in a combination. */
    public int routeCode(int route, int dimension) {
        return routes.part(route, dimension);
    }

    /** The first local day of any record; null when there is none. */
    public @Nullable LocalDate firstDay() {
        return edge(months.firstEntry(), true);
    }

    /** The last local day of any record; null when there is none. */
    public @Nullable LocalDate lastDay() {
        return edge(months.lastEntry(), false);
    }

    /** The months from that of one day to that of another, both meant, that have facts, by number. */
    SortedMap<Integer, Month> between(LocalDate first, LocalDate last) {
        return months.subMap(Month.of(first), true, Month.of(last), true);
    }

    /** The month that a day is in, which has facts. */
    Month month(LocalDate day) {
        return month(Month.of(day));
    }

    Stretches weeks() {
        return weeks;
    }

    Stretches years() {
        return years;
    }

    private @Nullable LocalDate edge(Map.@Nullable Entry<Integer, Month> month, boolean first) {
        return month == null
                ? null
                : Month.firstDay(month.getKey()).withDayOfMonth(month.getValue().edge(first));
    }

    private int route(List<String> dimensions) {
        int[] codes = new int[dictionaries.size()];
        for (int dimension = 0; dimension < codes.length; dimension++) {
            codes[dimension] = dictionaries.get(dimension).code(dimensions.get(dimension));
        }
        return routes.rowOf(codes);
    }

    private int find(long idHigh, long idLow, int subject) {
        return slots.find(hash(idHigh, idLow), place -> {
            Segment segment = segments.of(place);
            int row = Segments.row(place);
            return segment.low[row] == idLow && segment.high[row] == idHigh && segment.subjects[row] == subject;
        });
    }

    private int append(int month, long idHigh, long idLow, int subject) {
        Segment segment = open(month);
        int row = segment.append();
        segment.high[row] = idHigh;
        segment.low[row] = idLow;
        segment.subjects[row] = subject;
        int place = Segments.place(segment, row);
        slots.add(hash(idHigh, idLow), place);
        size++;
        return place;
    }

    private Segment open(int month) {
        List<Segment> those = months.computeIfAbsent(month, missing -> new Month()).segments;
        Segment last = those.isEmpty() ? null : those.get(those.size() - 1);
        if (last != null && !last.isFull()) {
            return last;
        }
        Segment added = segments.add(month);
        those.add(added);
        return added;
    }

    private Month month(int number) {
        return requireNonNull(months.get(number));
    }

    private void uncount(Segment segment, int row) {
        int day = segment.days[row];
        int code = segment.codes[row];
        int subject = segment.subjects[row];
        int pack = segment.packs[row];
        month(segment.month).remove(day, code, subject, pack);
        LocalDate date = Month.firstDay(segment.month).withDayOfMonth(day);
        weeks.remove(date, code, subject, pack);
        years.remove(date, code, subject, pack);
    }

    /** The last row of the month takes the place of the one that goes. */
    private void remove(int place) {
        Segment segment = segments.of(place);
        uncount(segment, Segments.row(place));
        List<Segment> those = month(segment.month).segments;
        Segment last = those.get(those.size() - 1);
        int moved = Segments.place(last, last.size - 1);
        slots.remove(hash(place), place);
        if (moved != place) {
            slots.move(hash(moved), moved, place);
            segment.take(Segments.row(place), last, Segments.row(moved));
        }
        last.size--;
        size--;
        if (last.size == 0) {
            forget(last, those);
        }
    }

    /** Gives up an empty segment, so that its number can be another's. */
    private void forget(Segment segment, List<Segment> those) {
        those.remove(segment);
        segments.forget(segment);
        if (those.isEmpty()) {
            months.remove(segment.month);
        }
    }

    private int hash(int place) {
        Segment segment = segments.of(place);
        int row = Segments.row(place);
        return hash(segment.high[row], segment.low[row]);
    }

    private static int hash(long idHigh, long idLow) {
        long hash = (idHigh ^ (idLow * 0x9E3779B97F4A7C15L)) * 0xC2B2AE3D27D4EB4FL;
        return (int) (hash >>> Integer.SIZE);
    }
}
