package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.session.Violation;
import java.util.Collection;
import java.util.List;

/**
 * Why records were rejected: a rule, and the field that broke it. Its code is both, as in {@code sessions:not-a-number}.
 *
 * @param field name on the wire; {@code record} when it is none in particular
 */
public record RejectionReason(String field, String rule) {

    private static final char SEPARATOR = ':';

    /** Each reason of these violations once, in their order. */
    public static List<RejectionReason> all(Collection<Violation> violations) {
        return violations.stream().map(RejectionReason::of).distinct().toList();
    }

    static RejectionReason of(Violation violation) {
        return new RejectionReason(
                violation.field().replace('\0', '\u2400'), violation.rule().replace('\0', '\u2400'));
    }

    /** Reads a code; a rule has no colon, a field may. */
    static RejectionReason ofCode(String code) {
        int separator = code.lastIndexOf(SEPARATOR);
        return separator < 0
                ? new RejectionReason(code, "")
                : new RejectionReason(code.substring(0, separator), code.substring(separator + 1));
    }

    public String code() {
        return field + SEPARATOR + rule;
    }

    /** For people, as in "Sessions: not a number". */
    public String words() {
        String name = FieldNames.field(field) == null ? field : FieldNames.label(field);
        return (field.equals("record") ? "Record" : name) + ": " + rule.replace('-', ' ');
    }
}
