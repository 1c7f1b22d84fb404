package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.SessionField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one record, each as its format writes it; used again for the next one. */
final class Values {

    private static final int LONG = 1024;

    private final Map<SessionField, Bytes> values = new EnumMap<>(SessionField.class);

    Values() {
        for (SessionField field : SessionField.values()) {
            values.put(field, new Bytes(LONG));
        }
    }

    void clear() {
        values.values().forEach(Bytes::clear);
    }

    void put(SessionField field, byte @Nullable [] value) {
        Bytes cleared = compose(field);
        if (value != null) {
            cleared.put(value);
        }
    }

    /** A value to be put together of parts. */
    Bytes compose(SessionField field) {
        return value(field).clear();
    }

    boolean has(SessionField field) {
        return value(field).length() > 0;
    }

    void write(SessionField field, Bytes out) {
        out.put(value(field));
    }

    private Bytes value(SessionField field) {
        return Objects.requireNonNull(values.get(field));
    }
}
