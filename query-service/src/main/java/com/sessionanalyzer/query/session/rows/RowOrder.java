package com.sessionanalyzer.query.session.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What rows are ordered by, the most important first. Rows without a value come last in either direction, and what is
 * still equal is ordered by upload time and id, newest first.
 */
public record RowOrder(List<Key> keys) {

    public static final int MOST_KEYS = 4;

    /** As rows are shown when nobody asks for an order. */
    public static final RowOrder NEWEST_FIRST = of(SessionSort.UPLOADED_AT, true);

    public RowOrder {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("sort must have 1 to " + MOST_KEYS + " columns, had " + keys.size());
        }
        if (keys.stream().map(Key::sort).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("sort must name each column once");
        }
    }

    /** A column, and in which direction. */
    public record Key(SessionSort sort, boolean descending) {

        String text() {
            return descending ? "-" + sort.code() : sort.code();
        }
    }

    public static RowOrder of(SessionSort sort, boolean descending) {
        return new RowOrder(List.of(new Key(sort, descending)));
    }

    /**
     * Reads {@code region,-time_consumed}: columns in their order, with a minus for descending.
     *
     * @throws IllegalArgumentException when it says something else, with the rule as its message
     */
    public static RowOrder parse(String text) {
        return new RowOrder(
                Arrays.stream(text.split(",", -1)).map(RowOrder::key).toList());
    }

    private static Key key(String text) {
        boolean descending = text.startsWith("-");
        String code = descending || text.startsWith("+") ? text.substring(1) : text;
        return new Key(
                SessionSort.of(code.strip())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "sort must be made of " + SessionSort.codes() + ", with a minus for descending")),
                descending);
    }

    /** What {@link #parse} reads. */
    public String text() {
        return keys.stream().map(Key::text).collect(Collectors.joining(","));
    }

    public Key first() {
        return keys.get(0);
    }

    /** What follows {@code order by}, for all rows. */
    public String sql() {
        return terms().stream().map(term -> term.orderWithNullsSql(false)).collect(Collectors.joining(", "));
    }

    /** The columns, then what breaks ties. */
    List<RowTerm> terms() {
        List<RowTerm> terms = new ArrayList<>();
        keys.forEach(key -> add(terms, key));
        Optional<Key> upload = keys.stream()
                .filter(key -> key.sort() == SessionSort.UPLOADED_AT)
                .findFirst();
        if (upload.isEmpty()) {
            add(terms, new Key(SessionSort.UPLOADED_AT, true));
        }
        terms.add(new RowTerm.Id(upload.map(Key::descending).orElse(true)));
        return terms;
    }

    private static void add(List<RowTerm> terms, Key key) {
        if (key.sort() == SessionSort.UPLOADED_AT && !terms.isEmpty()) {
            terms.add(new RowTerm.Hour(key.descending()));
        }
        terms.add(RowTerm.Column.of(key));
    }
}
