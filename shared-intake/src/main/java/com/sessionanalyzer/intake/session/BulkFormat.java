package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.session.RecordFormat;
import java.util.Locale;
import java.util.Optional;

/** The formats in which many records can be sent at once. */
public enum BulkFormat {

    /** Labelled records one after another. */
    TEXT("text/plain", RecordFormat.TEXT),

    /** A JSON object in each line. */
    NDJSON("application/x-ndjson", RecordFormat.JSON),

    /** A header and a row for each record. */
    CSV("text/csv", RecordFormat.CSV);

    private final String contentType;
    private final RecordFormat record;

    BulkFormat(String contentType, RecordFormat record) {
        this.contentType = contentType;
        this.record = record;
    }

    public String contentType() {
        return contentType;
    }

    /** How a single record of it is to be read. */
    public RecordFormat record() {
        return record;
    }

    /** The format of a content type such as {@code text/csv; charset=utf-8}, whatever its case and parameters. */
    public static Optional<BulkFormat> ofContentType(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/plain" -> Optional.of(TEXT);
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                Optional.of(NDJSON);
            case "text/csv", "text/tab-separated-values" -> Optional.of(CSV);
            default -> Optional.empty();
        };
    }
}
