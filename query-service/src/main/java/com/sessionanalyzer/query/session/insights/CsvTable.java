package com.sessionanalyzer.query.session.insights;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180): a line of names, then one line for each row, all ended by CR LF. A text that a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
final class CsvTable {

    private static final String END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvTable() {}

    static byte[] of(List<String> columns, List<Map<String, @Nullable Object>> rows) {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append(END);
        for (Map<String, @Nullable Object> row : rows) {
            text.append(columns.stream().map(column -> field(row.get(column))).collect(Collectors.joining(",")))
                    .append(END);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(@Nullable Object value) {
        return value instanceof String text ? quoted(harmless(text)) : Objects.toString(value, "");
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
