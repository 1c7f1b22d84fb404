package com.sessionanalyzer.schema.intake;

import java.util.Locale;

/** How a delivery stands. */
public enum DeliveryState {
    RUNNING,
    COMPLETE,

    /** It broke off; sent again, it goes on. */
    INTERRUPTED,

    /** Its sender wanted no more of it; sent again, it goes on all the same. */
    CANCELLED;

    /** The name on the wire, as in {@code running}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DeliveryState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
