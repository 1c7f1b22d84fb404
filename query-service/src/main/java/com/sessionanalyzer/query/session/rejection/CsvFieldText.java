package com.sessionanalyzer.query.session.rejection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that is a row of a table, with the line of its column names before it. */
final class CsvFieldText implements FieldText {

    private static final char QUOTE = '"';
    private static final String DELIMITERS = ",;\t";

    private final String text;
    private final char delimiter;
    private final List<Place> header;
    private final List<Place> row;

    CsvFieldText(String text) {
        this.text = text;
        int headerEnd = lineEnd(text);
        this.delimiter = delimiter(text.substring(0, headerEnd));
        this.header = cells(0, headerEnd);
        this.row = headerEnd == text.length() ? List.of() : cells(headerEnd + 1, rowEnd());
    }

    /** The cells of a row by the names of their columns, as far as it has them. */
    List<String> names() {
        return header.stream().map(Place::value).toList();
    }

    /** The cells of the row in its order. */
    List<String> values() {
        return row.stream().map(Place::value).toList();
    }

    @Override
    public @Nullable Place find(String field) {
        int column = column(field);
        return column < 0 || column >= row.size() ? null : row.get(column);
    }

    @Override
    public String set(String field, String value) {
        if (header.size() != row.size()) {
            return text;
        }
        Place place = find(field);
        if (place != null) {
            return place.replaced(text, written(value));
        }
        int headerEnd = header.get(header.size() - 1).end();
        int rowEnd = row.get(row.size() - 1).end();
        return text.substring(0, headerEnd)
                + delimiter
                + written(FieldNames.wireName(field))
                + text.substring(headerEnd, rowEnd)
                + delimiter
                + written(value)
                + text.substring(rowEnd);
    }

    @Override
    public String rename(String field, String name) {
        int column = column(field);
        return column < 0 || column(name) >= 0
                ? text
                : header.get(column).replaced(text, written(FieldNames.wireName(name)));
    }

    @Override
    public String clear(String field) {
        Place place = find(field);
        return place == null ? text : place.replaced(text, "");
    }

    private int column(String field) {
        for (int column = 0; column < header.size(); column++) {
            if (FieldNames.same(header.get(column).value(), field)) {
                return column;
            }
        }
        return -1;
    }

    private String written(String value) {
        boolean isPlain = value.chars().noneMatch(c -> c == delimiter || c == QUOTE || c == '\n' || c == '\r');
        return isPlain ? value : QUOTE + value.replace("\"", "\"\"") + QUOTE;
    }

    private int rowEnd() {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** The end of the first line that is not within quotes. */
    private static int lineEnd(String text) {
        boolean quoted = false;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            quoted ^= c == QUOTE;
            if (c == '\n' && !quoted) {
                return index;
            }
        }
        return text.length();
    }

    private static char delimiter(String header) {
        char best = ',';
        long most = 0;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private List<Place> cells(int from, int to) {
        List<Place> cells = new ArrayList<>();
        int end = to > from && text.charAt(to - 1) == '\r' ? to - 1 : to;
        int start = from;
        boolean quoted = false;
        for (int index = from; index < end; index++) {
            char c = text.charAt(index);
            quoted ^= c == QUOTE;
            if (c == delimiter && !quoted) {
                cells.add(cell(start, index));
                start = index + 1;
            }
        }
        cells.add(cell(start, Math.max(start, end)));
        return cells;
    }

    private Place cell(int start, int end) {
        String raw = text.substring(start, end);
        String bare = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        boolean isQuoted = bare.length() > 1 && bare.charAt(0) == QUOTE && bare.charAt(bare.length() - 1) == QUOTE;
        return new Place(
                start, end, isQuoted ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"") : bare);
    }
}
