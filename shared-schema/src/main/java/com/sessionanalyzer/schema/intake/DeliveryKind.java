package com.sessionanalyzer.schema.intake;

import java.util.Locale;

/** The kinds of sending that have an id. */
public enum DeliveryKind {

    /** A post that is answered record by record, with an idempotency key. */
    POST,

    /** Many records: a bulk post, a file, a load. */
    IMPORT;

    /** The name on the wire, as in {@code import}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DeliveryKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
