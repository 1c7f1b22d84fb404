package com.sessionanalyzer.intake;

import java.util.Locale;

/** What becomes of a record that comes in. */
public enum Fate {
    RECORDED,
    REJECTED;

    /** The name in counters, as in {@code recorded}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
