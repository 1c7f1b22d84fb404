package com.sessionanalyzer.schema.session;

import java.util.Locale;

/** How the text of a single record is to be read. */
public enum RecordFormat {

    /** Labelled lines. */
    TEXT,

    /** One JSON object. */
    JSON,

    /** A header line and the line of the record, separated by a line feed. */
    CSV;

    /** The name on the wire, as in {@code text}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RecordFormat ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
