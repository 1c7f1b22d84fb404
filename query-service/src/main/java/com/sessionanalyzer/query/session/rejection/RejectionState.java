package com.sessionanalyzer.query.session.rejection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of rejections that are asked for. */
public enum RejectionState {
    OPEN("settlement is null"),
    RESUBMITTED("settlement = 'resubmitted'"),
    DISMISSED("settlement = 'dismissed'"),
    ALL("true");

    private final String condition;

    RejectionState(String condition) {
        this.condition = condition;
    }

    /** The name on the wire, as in {@code open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String condition() {
        return condition;
    }

    static Optional<RejectionState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
