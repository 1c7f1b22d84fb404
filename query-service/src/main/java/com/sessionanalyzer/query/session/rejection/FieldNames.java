package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.SessionField;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of fields, on the wire and as labels. */
final class FieldNames {

    private static final Set<SessionField> NUMBERS = EnumSet.of(SessionField.SESSIONS, SessionField.TIME_CONSUMED);

    private FieldNames() {}

    /** The field of this name or label, whatever its case; null when there is none. */
    static @Nullable SessionField field(String name) {
        String wanted = name.strip();
        for (SessionField field : SessionField.values()) {
            if (field.wireName().equalsIgnoreCase(wanted) || field.text().equalsIgnoreCase(wanted)) {
                return field;
            }
        }
        return null;
    }

    static boolean isNumber(String name) {
        SessionField field = field(name);
        return field != null && NUMBERS.contains(field);
    }

    /** Whether both names mean the same field. */
    static boolean same(String one, String other) {
        SessionField field = field(one);
        return field == null
                ? one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT))
                : field == field(other);
    }

    static String label(String name) {
        SessionField field = field(name);
        return field == null ? name.strip() : field.text();
    }

    static String wireName(String name) {
        SessionField field = field(name);
        return field == null ? name.strip() : field.wireName();
    }
}
