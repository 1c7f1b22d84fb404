package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.session.rows.RowAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files that records can be exported as. */
public enum ExportFormat {
    /** RFC 4180, harmless in a spreadsheet. */
    CSV("text/csv;charset=UTF-8", "CSV"),
    /** One JSON object per line, as the API answers them. */
    JSONL("application/x-ndjson;charset=UTF-8", "JSON lines"),
    /** An Office Open XML workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel");

    private final String contentType;
    private final String label;

    ExportFormat(String contentType, String label) {
        this.contentType = contentType;
        this.label = label;
    }

    static Optional<ExportFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }

    /** All names, for a sentence. */
    static String codes() {
        return Arrays.stream(values()).map(ExportFormat::code).collect(Collectors.joining(", "));
    }

    /** The name on the wire, and the end of the file's. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return contentType;
    }

    /** Where a list of records can be had as a file. */
    public record Link(String label, String address) {}

    /** One for each format. */
    public static List<Link> links(RowAddress rows) {
        String all = rows.allText().isEmpty() ? "" : "&" + rows.allText();
        return Arrays.stream(values())
                .map(format -> new Link(format.label, ExportController.PATH + "?format=" + format.code() + all))
                .toList();
    }
}
