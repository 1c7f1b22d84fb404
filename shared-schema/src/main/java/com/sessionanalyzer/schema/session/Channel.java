package com.sessionanalyzer.schema.session;

import java.util.Locale;

/** The door through which a record came in. */
public enum Channel {
    FORM,
    TEXT,
    API,
    BULK,
    STREAM,

    /** A rejected record that was put right. */
    DESK;

    /** The name on the wire, as in {@code form}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
