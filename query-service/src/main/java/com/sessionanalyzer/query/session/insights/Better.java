package com.sessionanalyzer.query.session.insights;

import java.util.Locale;

/** Which way a measure should go. */
public enum Better {
    MORE,
    LESS,
    NEITHER;

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    /** How a change of this sign is to be seen. */
    Verdict verdict(int sign) {
        if (sign == 0) {
            return Verdict.SAME;
        }
        if (this == NEITHER) {
            return Verdict.NEUTRAL;
        }
        return (sign > 0) == (this == MORE) ? Verdict.BETTER : Verdict.WORSE;
    }
}
