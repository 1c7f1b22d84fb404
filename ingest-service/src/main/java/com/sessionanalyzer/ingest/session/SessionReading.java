package com.sessionanalyzer.ingest.session;

import static com.sessionanalyzer.ingest.session.SessionField.CUSTOMER;
import static com.sessionanalyzer.ingest.session.SessionField.HIGHLIGHT_DETAILS;
import static com.sessionanalyzer.ingest.session.SessionField.HIGHLIGHT_TYPE;
import static com.sessionanalyzer.ingest.session.SessionField.HIGHLIGHT_URL;
import static com.sessionanalyzer.ingest.session.SessionField.OBSERVATION;
import static com.sessionanalyzer.ingest.session.SessionField.SESSIONS;
import static com.sessionanalyzer.ingest.session.SessionField.TIME_CONSUMED;
import static com.sessionanalyzer.ingest.session.SessionField.UPLOADED_AT;

import com.sessionanalyzer.ingest.text.TextField;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one record by the rules that every way of input shares. A getter that finds a rule broken notes it and
 * answers a stand-in, so that one pass finds all of them.
 */
final class SessionReading {

    private static final String TYPE_CODES =
            Arrays.stream(HighlightType.values()).map(HighlightType::code).collect(Collectors.joining(", "));

    private final Map<SessionField, TextField> fields;
    private final Terms terms;
    private final Findings findings;

    SessionReading(Map<SessionField, TextField> fields, Terms terms, Findings findings) {
        this.fields = fields;
        this.terms = terms;
        this.findings = findings;
    }

    /** The given name of the customer, checked. */
    String customer(String name) {
        TextField value = fields.get(CUSTOMER);
        String customer = bounded(CUSTOMER, name, value);
        if (customer.isEmpty()) {
            findings.missing(CUSTOMER, value);
        } else if (isWhole(value) && customer.equals(name) && !SessionDraft.namesSomebody(name)) {
            findings.reject(CUSTOMER, value, "not-a-name", "Customer must name somebody");
        }
        return customer;
    }

    String requiredLine(SessionField field) {
        TextField value = value(field);
        if (value == null) {
            findings.missing(field, fields.get(field));
            return "";
        }
        return bounded(field, value.value(), value);
    }

    int sessions() {
        TextField value = value(SESSIONS);
        if (value == null) {
            findings.missing(SESSIONS, fields.get(SESSIONS));
            return 1;
        }
        Integer sessions = Numerals.number(value.value());
        if (sessions == null) {
            findings.reject(SESSIONS, value, "not-a-number", "Sessions must be a valid number");
        } else if (!SessionDraft.isWithin(sessions, SessionRecord.MAX_SESSIONS)) {
            findings.reject(SESSIONS, value, "out-of-range", "Sessions must be between 1 and 100000");
        }
        return sessions == null ? 1 : sessions;
    }

    /** The minutes where nothing but a number in range is right. */
    @Nullable
    Integer minutes() {
        TextField value = value(TIME_CONSUMED);
        if (value == null) {
            return null;
        }
        Integer minutes = Numerals.number(value.value());
        if (minutes == null) {
            findings.reject(TIME_CONSUMED, value, "not-a-number", "Time consumed must be a valid number");
        } else if (!SessionDraft.isWithin(minutes, SessionRecord.MAX_MINUTES)) {
            findings.reject(TIME_CONSUMED, value, "out-of-range", "Time consumed must be between 1 and 120 minutes");
        }
        return minutes;
    }

    String observation() {
        TextField value = value(OBSERVATION);
        return value == null ? "" : bounded(OBSERVATION, value.value(), value);
    }

    @Nullable
    Instant uploadedAt() {
        TextField value = value(UPLOADED_AT);
        if (value == null) {
            return null;
        }
        Instant time = EventTime.parse(value.value(), terms.zone());
        if (time == null) {
            findings.reject(
                    UPLOADED_AT,
                    value,
                    "not-a-time",
                    "Uploaded at must be a date or time such as 2026-01-31 or 2026-01-31T09:30+02:00");
        } else if (!EventTime.isCredible(time, terms.now())) {
            findings.reject(
                    UPLOADED_AT,
                    value,
                    time.isAfter(terms.now()) ? "future" : "too-old",
                    "Uploaded at must be at most 5 minutes in the future and 10 years in the past");
        }
        return time;
    }

    boolean hasHighlightFields() {
        return value(HIGHLIGHT_TYPE) != null || value(HIGHLIGHT_URL) != null || value(HIGHLIGHT_DETAILS) != null;
    }

    /** The highlight where there must be one. */
    @Nullable
    Highlight highlight() {
        HighlightType type = highlightType();
        String url = optionalLine(HIGHLIGHT_URL);
        String details = optionalLine(HIGHLIGHT_DETAILS);
        if (url != null && !Highlight.isWebAddress(url)) {
            findings.reject(
                    HIGHLIGHT_URL,
                    fields.get(HIGHLIGHT_URL),
                    "not-a-web-address",
                    "Highlight URL must be an http or https address of at most 500 characters");
            return null;
        }
        return type == null ? null : new Highlight(type, url, details);
    }

    private @Nullable HighlightType highlightType() {
        TextField value = value(HIGHLIGHT_TYPE);
        if (value == null) {
            findings.missing(HIGHLIGHT_TYPE, fields.get(HIGHLIGHT_TYPE));
            return null;
        }
        HighlightType type = HighlightType.of(value.value()).orElse(null);
        if (type == null) {
            findings.reject(HIGHLIGHT_TYPE, value, "unknown-value", "Highlight type must be one of " + TYPE_CODES);
        }
        return type;
    }

    private @Nullable String optionalLine(SessionField field) {
        TextField value = value(field);
        boolean isBounded = value != null && field != HIGHLIGHT_URL;
        return value == null ? null : isBounded ? bounded(field, value.value(), value) : value.value();
    }

    private String bounded(SessionField field, String text, @Nullable TextField value) {
        if (text.length() <= field.maxLength()) {
            return text;
        }
        findings.reject(
                field,
                value,
                "too-long",
                field.sentenceName() + " must have at most " + field.maxLength() + " characters");
        return text.substring(0, field.maxLength());
    }

    private static boolean isWhole(@Nullable TextField value) {
        return value == null || value.flaw() == null;
    }

    private @Nullable TextField value(SessionField field) {
        return TextField.present(fields.get(field));
    }
}
