package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.intake.text.FreeText;
import com.sessionanalyzer.intake.text.OneLine;
import com.sessionanalyzer.intake.text.TextField;
import com.sessionanalyzer.schema.session.Highlight;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** One record whose fields were sent one by one, without lines, and in which every value means itself. */
final class SessionFields {

    private final Map<SessionField, TextField> fields = new EnumMap<>(SessionField.class);
    private final Findings findings;

    SessionFields(Findings findings) {
        this.findings = findings;
    }

    void put(SessionField field, String value) {
        Flaw flaw = Flaw.in(value);
        if (flaw != null) {
            findings.rejectFlaw(field.wireName(), flaw, value);
        }
        String cleaned = field == SessionField.OBSERVATION ? FreeText.of(value) : OneLine.of(value);
        fields.put(field, new TextField(cleaned, 0, flaw));
    }

    SessionReading reading(Terms terms) {
        return new SessionReading(fields, terms, findings);
    }

    /**
     * The draft, unless a rule is broken.
     *
     * @param highlighted whether there must be a highlight; otherwise its fields do not count
     * @param text        the record as it was sent
     */
    Parsed draft(SessionReading reading, boolean highlighted, String text) {
        TextField name = fields.get(SessionField.CUSTOMER);
        String customer = reading.customer(name == null ? "" : name.value());
        String region = reading.requiredLine(SessionField.REGION);
        int sessions = reading.sessions();
        String source = reading.requiredLine(SessionField.SOURCE);
        String destination = reading.requiredLine(SessionField.DESTINATION);
        Integer minutes = reading.minutes();
        Instant uploadedAt = reading.uploadedAt();
        Highlight highlight = highlighted ? reading.highlight() : null;
        String observation = reading.observation();
        return findings.outcome(
                text,
                () -> new SessionDraft(
                        customer, region, sessions, source, destination, minutes, observation, highlight, uploadedAt));
    }
}
