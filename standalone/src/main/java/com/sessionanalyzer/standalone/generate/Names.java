package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.SessionField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What a format writes before the value of each field. */
final class Names {

    private final Map<SessionField, byte[]> names = new EnumMap<>(SessionField.class);

    private Names() {}

    static Names of(Function<SessionField, String> name) {
        Names names = new Names();
        for (SessionField field : SessionField.values()) {
            names.names.put(field, Notation.utf8(name.apply(field)));
        }
        return names;
    }

    byte[] of(SessionField field) {
        return Objects.requireNonNull(names.get(field));
    }
}
