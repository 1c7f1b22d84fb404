package com.sessionanalyzer.query.session.books;

import java.util.Locale;

/** What is compared with what. */
public enum Stage {
    RECEIVED("Received = recorded + replayed + rejected + in flight"),
    LEDGER("Recorded − deleted = in the ledger"),
    CELLS("Recorded − deleted = in the cells of the cube"),
    ROWS("Recorded − deleted = rows in PostgreSQL"),
    REJECTIONS("Rejected = rejections in PostgreSQL, open, settled and erased");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** The name on the wire, as in {@code rows}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The equation in words. */
    public String title() {
        return title;
    }
}
