package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.session.rows.RowColumn;
import com.sessionanalyzer.query.session.rows.SessionView;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180): a line of column names, then one per record. A text that a spreadsheet would calculate gets an
 * apostrophe before it, and so does one that begins with an apostrophe: without the first apostrophe, every text is as it was.
 */
final class CsvFile implements RowFile {

    private static final String DANGEROUS = "=+-@\t\r\n'";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private final ExportAbout about;
    private final ExportOptions options;

    CsvFile(Writer out, ExportAbout about, ExportOptions options) {
        this.out = out;
        this.about = about;
        this.options = options;
    }

    @Override
    public void begin() throws IOException {
        if (options.byteOrderMark()) {
            out.append(BYTE_ORDER_MARK);
        }
        if (options.about()) {
            for (var fact : about.facts().entrySet()) {
                out.append("# ")
                        .append(fact.getKey())
                        .append(": ")
                        .append(oneLine(fact.getValue()))
                        .append("\r\n");
            }
        }
        String separator = "";
        for (RowColumn column : about.columns()) {
            out.append(separator).append(column.code());
            separator = ",";
        }
        out.append("\r\n");
    }

    @Override
    public void add(SessionView record) throws IOException {
        String separator = "";
        for (RowColumn column : about.columns()) {
            out.append(separator).append(cell(column.of(record)));
            separator = ",";
        }
        out.append("\r\n");
    }

    @Override
    public void end(long records) throws IOException {
        if (options.about()) {
            out.append("# records: ").append(Long.toString(records)).append("\r\n");
        }
    }

    private String cell(@Nullable Object value) {
        if (value instanceof Instant time) {
            return time.atZone(about.zone()).toOffsetDateTime().toString();
        }
        return value instanceof String text ? quoted(harmless(text)) : (value == null ? "" : value.toString());
    }

    /** A text that a spreadsheet shows and does not calculate. */
    private static String harmless(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
