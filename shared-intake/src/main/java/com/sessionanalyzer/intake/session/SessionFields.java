package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.intake.text.FreeText;
import com.sessionanalyzer.intake.text.OneLine;
import com.sessionanalyzer.intake.text.TextField;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.RecordFormat;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record whose fields were sent one by one, and in which every value means itself. */
final class SessionFields {

    private final Map<SessionField, TextField> fields = new EnumMap<>(SessionField.class);
    private final Findings findings;
    private final int line;

    /**
     * A record without fields.
     *
     * @param line of all of them, from 1; 0 when the post has no lines
     */
    SessionFields(Findings findings, int line) {
        this.findings = findings;
        this.line = line;
    }

    void put(SessionField field, String value) {
        if (OneLine.isPlain(value)) {
            fields.put(field, new TextField(value, line, null));
            return;
        }
        Flaw flaw = Flaw.in(value, line);
        if (flaw != null) {
            findings.rejectFlaw(field.wireName(), flaw, value);
        }
        String cleaned = field == SessionField.OBSERVATION ? FreeText.of(value) : OneLine.of(value);
        fields.put(field, new TextField(cleaned, line, flaw));
    }

    SessionReading reading(Terms terms) {
        return new SessionReading(fields, terms, findings);
    }

    /**
     * Whether there must be a highlight.
     *
     * @param switched whether it was said to be there; null when nothing was said, and then its fields decide
     */
    boolean isHighlighted(SessionReading reading, @Nullable Boolean switched) {
        boolean hasFields = reading.hasHighlightFields();
        if (switched == null) {
            return hasFields;
        }
        if (!switched && hasFields) {
            findings.warn(line, "false", "highlight-off", "has_highlight is false, so the highlight is not recorded");
        }
        return switched;
    }

    /**
     * The draft, unless a rule is broken.
     *
     * @param highlighted whether there must be a highlight; otherwise its fields do not count
     * @param format      how the text is to be read
     * @param text        the record as it was sent
     */
    Parsed draft(SessionReading reading, boolean highlighted, RecordFormat format, String text) {
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
                format,
                text,
                () -> new SessionDraft(
                        customer, region, sessions, source, destination, minutes, observation, highlight, uploadedAt));
    }
}
