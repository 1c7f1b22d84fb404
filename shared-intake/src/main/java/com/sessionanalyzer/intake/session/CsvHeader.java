package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.items.Chunk;
import com.sessionanalyzer.intake.items.Fault;
import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.intake.text.OneLine;
import com.sessionanalyzer.schema.session.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first row of a table: which field each column holds. Columns have the names of JSON fields or the labels of a text,
 * in any case and order.
 *
 * @param text    as it was sent
 * @param columns the name of each column, as in JSON
 */
record CsvHeader(String text, CsvRow row, List<String> columns) {

    static final int MAX_COLUMNS = 100;

    CsvHeader {
        columns = List.copyOf(columns);
    }

    /**
     * Reads a header.
     *
     * @throws UnreadableContentException when it does not say which field each column holds
     */
    static CsvHeader of(Chunk chunk, char separator) {
        String text = chunk.text(0);
        long line = chunk.line(0);
        CsvRow row = new CsvRow(separator);
        List<String> names = chunk.fault(0) == Fault.NONE ? row.values(text) : List.of();
        require(
                chunk.fault(0) != Fault.TOO_LONG,
                line,
                "too-long",
                "The first line must be the header of the table, and is longer than a row may be");
        require(
                !names.isEmpty(),
                line,
                "malformed-header",
                "The first line must be the header of the table, and its quotes are not as RFC 4180 wants them");
        require(chunk.isUtf8(0, text), line, "not-utf-8", "The header must be encoded in UTF-8");
        require(
                names.size() <= MAX_COLUMNS,
                line,
                "too-many-columns",
                "A table must have at most " + MAX_COLUMNS + " columns, not " + names.size());
        List<String> columns = new ArrayList<>(names.size());
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            String column = column(name, line);
            require(seen.add(column), line, "repeated-column", "There are two columns for " + column);
            columns.add(column);
        }
        requireAll(seen, line);
        return new CsvHeader(text, row, columns);
    }

    private static String column(String name, long line) {
        String cleaned = OneLine.of(name);
        if (cleaned.replace(' ', '_').equalsIgnoreCase(SessionJson.HAS_HIGHLIGHT)) {
            return SessionJson.HAS_HIGHLIGHT;
        }
        return Arrays.stream(SessionField.values())
                .filter(field -> Stream.of(field.wireName(), field.text(), field.sentenceName())
                        .anyMatch(cleaned::equalsIgnoreCase))
                .findFirst()
                .map(SessionField::wireName)
                .orElseThrow(() -> new UnreadableContentException(
                        line, "unknown-column", "There is no field of the name '" + shown(name) + "'"));
    }

    private static String shown(String name) {
        return Flaw.encodable(new Violation("", 0, name, "", "").value());
    }

    private static void requireAll(Set<String> columns, long line) {
        String missing = SessionField.REQUIRED.stream()
                .map(SessionField::wireName)
                .filter(name -> !columns.contains(name))
                .collect(Collectors.joining(", "));
        require(missing.isEmpty(), line, "missing-column", "The header lacks the required columns " + missing);
    }

    private static void require(boolean holds, long line, String rule, String sentence) {
        if (!holds) {
            throw new UnreadableContentException(line, rule, sentence);
        }
    }
}
