package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.session.RequestParameters;
import com.sessionanalyzer.schema.session.RecordFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files that rejected records can be downloaded as. */
public enum DownloadFormat {
    /** The ones that were sent as labelled text, as they were sent, to be edited and loaded again. */
    TEXT("text/plain;charset=UTF-8", "txt", "Text records, as sent", RecordFormat.TEXT),
    /** The ones that were sent as JSON, one per line, to be edited and loaded again. */
    JSON("application/x-ndjson;charset=UTF-8", "json.ndjson", "JSON records, as sent", RecordFormat.JSON),
    /** The ones that were sent as rows of a table, below one line of column names, to be edited and loaded again. */
    ROWS("text/csv;charset=UTF-8", "rows.csv", "CSV records, as sent", RecordFormat.CSV),
    /** All, one JSON object per line, with the reasons. */
    NDJSON("application/x-ndjson;charset=UTF-8", "ndjson", "All with reasons, JSON lines", null),
    /** All, as a table for people, with the reasons. */
    CSV("text/csv;charset=UTF-8", "csv", "All with reasons, CSV", null);

    private final String contentType;
    private final String extension;
    private final String label;
    private final @Nullable RecordFormat only;

    DownloadFormat(String contentType, String extension, String label, @Nullable RecordFormat only) {
        this.contentType = contentType;
        this.extension = extension;
        this.label = label;
        this.only = only;
    }

    static DownloadFormat of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code == null ? "text" : code))
                .findFirst()
                .orElseThrow(() -> RequestParameters.wrong(
                        "format",
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(DownloadFormat::code)
                                        .collect(Collectors.joining(", "))));
    }

    /** The name on the wire, as in {@code ndjson}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    String label() {
        return label;
    }

    String contentType() {
        return contentType;
    }

    String extension() {
        return extension;
    }

    /** Whether records that were sent like this are in the file. */
    boolean has(RecordFormat format) {
        return only == null || only == format;
    }
}
