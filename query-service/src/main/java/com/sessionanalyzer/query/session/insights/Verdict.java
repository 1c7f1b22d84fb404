package com.sessionanalyzer.query.session.insights;

import java.util.Locale;

/** How a change is to be seen; unknown where there is nothing to compare. */
public enum Verdict {
    BETTER,
    WORSE,
    SAME,
    NEUTRAL,
    UNKNOWN;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }
}
