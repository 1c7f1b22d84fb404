package com.sessionanalyzer.schema.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of finding a record highlights. */
public enum HighlightType {
    ERROR_GAP("Error Message Gap", "Error Gap"),
    ERROR_WRONG("Error Message Wrong", "Wrong Error"),
    FEATURE_REQUEST("Feature Request", "Feature Req"),
    WRONG_BEHAVIOUR("Not the right behaviour", "Wrong Behaviour"),
    OTHER("Other", "Other");

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String label;
    private final String badge;

    HighlightType(String label, String badge) {
        this.label = label;
        this.badge = badge;
    }

    /** The name on the wire, as in {@code error_gap}. */
    public String code() {
        return code;
    }

    /** The full label for people. */
    public String label() {
        return label;
    }

    /** The short label for tables. */
    public String badge() {
        return badge;
    }

    /** The type of this code, label or badge, whatever its case. */
    public static Optional<HighlightType> of(String codeOrLabel) {
        return Arrays.stream(values())
                .filter(type -> type.code.equalsIgnoreCase(codeOrLabel)
                        || type.label.equalsIgnoreCase(codeOrLabel)
                        || type.badge.equalsIgnoreCase(codeOrLabel))
                .findFirst();
    }
}
