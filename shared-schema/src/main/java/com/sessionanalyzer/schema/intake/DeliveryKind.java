package com.sessionanalyzer.schema.intake;

import java.util.Locale;

/** The kinds of sending that have an id. */
public enum DeliveryKind {

    /** A post that is answered record by record, with an idempotency key. */
    POST,

    /** Many records: a bulk post, a file, a load. */
    IMPORT,

    /** A topic that is read: its parts are partitions, whose lines are offsets. */
    STREAM;

    /** The name on the wire, as in {@code import}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DeliveryKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
