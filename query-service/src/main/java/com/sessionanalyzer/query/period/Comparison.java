package com.sessionanalyzer.query.period;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a window is compared with. */
public enum Comparison {
    PREVIOUS("the days before"),
    YEAR("a year before");

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String label;

    Comparison(String label) {
        this.label = label;
    }

    /** The name on the wire, as in {@code previous}. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<Comparison> of(String code) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.code.equals(code))
                .findFirst();
    }

    public Window of(Window window) {
        return this == PREVIOUS ? window.previous() : window.yearEarlier();
    }
}
