package com.sessionanalyzer.query.session.books;

import java.util.Locale;

/** Whether two sides are equal. */
public enum Balance {
    BALANCED,

    /** What differs is on its way, or cannot be compared at the moment. */
    IN_TRANSIT,

    /** They differ by more than can be on its way. */
    OFF;

    /** The name on the wire, as in {@code in-transit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words. */
    public String label() {
        return switch (this) {
            case BALANCED -> "balanced";
            case IN_TRANSIT -> "in transit";
            case OFF -> "off";
        };
    }

    Balance and(Balance other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
