package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.session.rows.RowColumn;
import com.sessionanalyzer.query.session.rows.SessionView;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook: the records, on as many sheets as they need, and what they are on the sheet About. Texts are written where they
 * stand rather than gathered, and what is written leaves memory every few rows. Times are dates in the organization's zone.
 */
final class XlsxFile implements RowFile {

    /** A sheet holds 1,048,576 rows, the first of which has the names. */
    static final int MOST_RECORDS = 1_048_575;

    private static final int ROWS_IN_MEMORY = 200;
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    private static final double NARROW = 14;
    private static final double WIDE = 28;

    private final Workbook workbook;
    private final ExportAbout about;
    private final int recordsPerSheet;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    XlsxFile(OutputStream out, ExportAbout about) {
        this(out, about, MOST_RECORDS);
    }

    XlsxFile(OutputStream out, ExportAbout about, int recordsPerSheet) {
        this.workbook = new Workbook(out, "Session Analyzer", "1.0");
        this.about = about;
        this.recordsPerSheet = recordsPerSheet;
    }

    @Override
    public void begin() {
        nextSheet();
    }

    private Worksheet nextSheet() {
        sheets++;
        Worksheet next = workbook.newWorksheet(sheets == 1 ? "Records" : "Records " + sheets);
        next.freezePane(0, 1);
        for (int column = 0; column < about.columns().size(); column++) {
            next.width(column, about.columns().get(column).isNumeric() ? NARROW : WIDE);
            next.inlineString(0, column, about.columns().get(column).code());
            next.style(0, column).bold().set();
        }
        sheet = next;
        row = 0;
        return next;
    }

    @Override
    public void add(SessionView record) throws IOException {
        Worksheet current = sheet == null ? nextSheet() : sheet;
        if (row == recordsPerSheet) {
            current.finish();
            current = nextSheet();
        }
        row++;
        int column = 0;
        for (RowColumn shown : about.columns()) {
            cell(current, column++, shown.of(record));
        }
        if (row % ROWS_IN_MEMORY == 0) {
            current.flush();
        }
    }

    private void cell(Worksheet current, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            current.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            current.value(row, column, truth);
        } else if (value instanceof Instant time) {
            current.value(row, column, time.atZone(about.zone()).toLocalDateTime());
            current.style(row, column).format(TIME).set();
        } else if (value != null) {
            current.inlineString(row, column, value.toString());
        }
    }

    @Override
    public void end(long records) throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        Worksheet facts = workbook.newWorksheet("About");
        facts.width(0, NARROW);
        facts.width(1, WIDE * 2);
        int line = 0;
        for (Map.Entry<String, String> fact : about.facts().entrySet()) {
            facts.inlineString(line, 0, fact.getKey());
            facts.inlineString(line++, 1, fact.getValue());
        }
        facts.inlineString(line, 0, "records");
        facts.value(line, 1, records);
        facts.finish();
        workbook.finish();
    }
}
