package com.sessionanalyzer.schema.session;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a rejection.
 *
 * @param at     to the millisecond
 * @param actor  who did it
 * @param reason why it was dismissed; empty when it was resubmitted
 * @param record the record that it became; null when it was dismissed
 */
public record Settlement(
        Kind kind,
        Instant at,
        String actor,
        String reason,
        @Nullable UUID record) {

    public Settlement {
        if ((kind == Kind.RESUBMITTED) != (record != null)) {
            throw new IllegalArgumentException("a settlement names a record if, and only if, it is resubmitted");
        }
    }

    /** The ways in which a rejection ends. */
    public enum Kind {
        RESUBMITTED,
        DISMISSED;

        /** The name on the wire, as in {@code dismissed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
