package com.sessionanalyzer.query.session.rows;

import java.util.Locale;

/** What rows are ordered by; ties are broken by upload time and id, newest first. */
public enum SessionSort {
    UPLOADED_AT,
    CUSTOMER,
    REGION,
    SESSIONS,
    SOURCE,
    DESTINATION,
    TIME_CONSUMED;

    /** The name on the wire, as in {@code uploaded_at}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
