package com.sessionanalyzer.intake.session;

import static com.sessionanalyzer.intake.session.SessionField.CUSTOMER;
import static com.sessionanalyzer.intake.session.SessionField.OBSERVATION;
import static com.sessionanalyzer.intake.session.SessionField.SESSIONS;
import static com.sessionanalyzer.intake.session.SessionField.TIME_CONSUMED;
import static com.sessionanalyzer.intake.session.SessionField.UPLOADED_AT;

import com.sessionanalyzer.intake.text.TextField;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one record by the rules that every way of input shares. A getter that finds a rule broken notes it and
 * answers a stand-in, so that one pass finds all of them.
 */
final class SessionReading {

    private final CheckedFields fields;
    private final HighlightReading highlight;
    private final Terms terms;

    SessionReading(Map<SessionField, TextField> fields, Terms terms, Findings findings) {
        this.fields = new CheckedFields(fields, findings);
        this.highlight = new HighlightReading(this.fields);
        this.terms = terms;
    }

    /** The given name of the customer, checked. */
    String customer(String name) {
        String customer = fields.bounded(CUSTOMER, name);
        if (customer.isEmpty()) {
            fields.missing(CUSTOMER);
        } else if (fields.isWhole(CUSTOMER) && customer.equals(name) && !SessionDraft.namesSomebody(name)) {
            fields.reject(CUSTOMER, "not-a-name", "Customer must name somebody");
        }
        return customer;
    }

    String requiredLine(SessionField field) {
        String line = fields.bounded(field);
        if (line == null) {
            fields.missing(field);
            return "";
        }
        return line;
    }

    int sessions() {
        TextField value = fields.value(SESSIONS);
        if (value == null) {
            fields.missing(SESSIONS);
            return 1;
        }
        Integer sessions = Numerals.number(value.value());
        if (sessions == null) {
            fields.reject(SESSIONS, "not-a-number", "Sessions must be a valid number");
        } else if (!SessionDraft.isWithin(sessions, SessionRecord.MAX_SESSIONS)) {
            fields.reject(SESSIONS, "out-of-range", "Sessions must be between 1 and 100000");
        }
        return sessions == null ? 1 : sessions;
    }

    /** The minutes where nothing but a number in range is right. */
    @Nullable
    Integer minutes() {
        TextField value = fields.value(TIME_CONSUMED);
        if (value == null) {
            return null;
        }
        Integer minutes = Numerals.number(value.value());
        if (minutes == null) {
            fields.reject(TIME_CONSUMED, "not-a-number", "Time consumed must be a valid number");
        } else if (!SessionDraft.isWithin(minutes, SessionRecord.MAX_MINUTES)) {
            fields.reject(TIME_CONSUMED, "out-of-range", "Time consumed must be between 1 and 120 minutes");
        }
        return minutes;
    }

    String observation() {
        String observation = fields.bounded(OBSERVATION);
        return observation == null ? "" : observation;
    }

    @Nullable
    Instant uploadedAt() {
        TextField value = fields.value(UPLOADED_AT);
        if (value == null) {
            return null;
        }
        Instant time = EventTime.parse(value.value(), terms.zone());
        if (time == null) {
            fields.reject(
                    UPLOADED_AT,
                    "not-a-time",
                    "Uploaded at must be a date or time such as 2026-01-31 or 2026-01-31T09:30+02:00");
        } else if (!EventTime.isCredible(time, terms.now())) {
            fields.reject(
                    UPLOADED_AT,
                    time.isAfter(terms.now()) ? "future" : "too-old",
                    "Uploaded at must be at most 5 minutes in the future and 10 years in the past");
        }
        return time;
    }

    boolean hasHighlightFields() {
        return highlight.isPresent();
    }

    /** The highlight where there must be one. */
    @Nullable
    Highlight highlight() {
        return highlight.read();
    }
}
