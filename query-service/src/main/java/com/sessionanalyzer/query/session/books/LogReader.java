package com.sessionanalyzer.query.session.books;

import java.util.Locale;

/** Who reads topics of sessions. */
public enum LogReader {
    CUBE("Counting into the cube"),
    NUMBERS("Numbers in memory"),
    RECORD_ROWS("Rows of records"),
    REJECTION_ROWS("Rows of rejections"),
    SUBMISSIONS("Reading submissions");

    private final String title;

    LogReader(String title) {
        this.title = title;
    }

    /** The name in metrics, as in {@code record-rows}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it does, for people. */
    public String title() {
        return title;
    }
}
