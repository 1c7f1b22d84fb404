package com.sessionanalyzer.standalone.generate;

import static com.sessionanalyzer.intake.session.SessionField.CUSTOMER;
import static com.sessionanalyzer.intake.session.SessionField.DESTINATION;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_TYPE;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_URL;
import static com.sessionanalyzer.intake.session.SessionField.OBSERVATION;
import static com.sessionanalyzer.intake.session.SessionField.REGION;
import static com.sessionanalyzer.intake.session.SessionField.SESSIONS;
import static com.sessionanalyzer.intake.session.SessionField.SOURCE;
import static com.sessionanalyzer.intake.session.SessionField.TIME_CONSUMED;
import static com.sessionanalyzer.intake.session.SessionField.UPLOADED_AT;

import com.sessionanalyzer.intake.session.SessionField;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with a record.
 *
 * @param field  whose value is wrong; null when the record as a whole is
 * @param value  that it has instead; empty for none
 * @param reason for which the record is rejected, as in {@code region:required}
 */
record Fault(@Nullable SessionField field, String value, String reason) {

    /** What is wrong in every format. */
    static final List<Fault> ANYWHERE = List.of(
            at(CUSTOMER, "", "required"),
            at(CUSTOMER, "https://www.", "not-a-name"),
            at(REGION, "", "required"),
            at(REGION, "a region of the old system ".repeat(4) + "1", "too-long"),
            at(SESSIONS, "", "required"),
            at(SESSIONS, "three", "not-a-number"),
            at(SESSIONS, "0", "out-of-range"),
            at(SESSIONS, "250000", "out-of-range"),
            at(SOURCE, "", "required"),
            at(DESTINATION, "", "required"),
            at(UPLOADED_AT, "31.12.2025", "not-a-time"),
            at(UPLOADED_AT, "1999-12-31T23:59:59Z", "too-old"),
            at(UPLOADED_AT, "2999-01-01", "future"),
            at(HIGHLIGHT_TYPE, "", "required"),
            at(HIGHLIGHT_TYPE, "bug", "unknown-value"),
            at(HIGHLIGHT_URL, "javascript:alert(1)", "not-a-web-address"),
            at(OBSERVATION, "The terminal rang \u0007 twice.", "unreadable-character"));

    private static final Fault TIME_NO_NUMBER = at(TIME_CONSUMED, "a while", "not-a-number");
    private static final Fault TIME_TOO_LONG = at(TIME_CONSUMED, "500", "out-of-range");

    static final List<Fault> IN_JSON = also(TIME_NO_NUMBER, TIME_TOO_LONG, new Fault(null, "", "record:not-json"));

    static final List<Fault> IN_CSV = also(TIME_NO_NUMBER, TIME_TOO_LONG, new Fault(null, "", "record:wrong-columns"));

    private static Fault at(SessionField field, String value, String rule) {
        return new Fault(field, value, field.wireName() + ":" + rule);
    }

    private static List<Fault> also(Fault... more) {
        return Stream.concat(ANYWHERE.stream(), Stream.of(more)).toList();
    }

    /** Whether the record must have a highlight for this to be wrong with it. */
    boolean isOfHighlight() {
        return field == HIGHLIGHT_TYPE || field == HIGHLIGHT_URL;
    }
}
