package com.sessionanalyzer.schema.session;

import java.util.Locale;

/** The door through which a record came in. */
public enum Channel {
    FORM,
    TEXT,
    API,
    BULK,
    STREAM,

    /** A rejected record that was put right. */
    DESK;

    private static final Channel[] ALL = values();

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, as in {@code form}. */
    public String code() {
        return code;
    }

    public static Channel ofCode(String code) {
        for (Channel channel : ALL) {
            if (channel.code.equals(code)) {
                return channel;
            }
        }
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
