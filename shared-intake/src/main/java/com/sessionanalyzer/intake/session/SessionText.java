package com.sessionanalyzer.intake.session;

import static com.sessionanalyzer.intake.session.SessionField.CUSTOMER;
import static com.sessionanalyzer.intake.session.SessionField.DESTINATION;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_DETAILS;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_TYPE;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_URL;
import static com.sessionanalyzer.intake.session.SessionField.OBSERVATION;
import static com.sessionanalyzer.intake.session.SessionField.REGION;
import static com.sessionanalyzer.intake.session.SessionField.SESSIONS;
import static com.sessionanalyzer.intake.session.SessionField.SOURCE;
import static com.sessionanalyzer.intake.session.SessionField.TIME_CONSUMED;
import static com.sessionanalyzer.intake.session.SessionField.UPLOADED_AT;

import com.sessionanalyzer.schema.session.Highlight;
import org.jspecify.annotations.Nullable;

/** Writes session records as labelled text: what {@link SessionTextParser} reads back as the same draft, without a warning. */
public final class SessionText {

    private SessionText() {}

    /** The text of one record; it ends with a line feed, and texts one after the other are a text of many records. */
    public static String print(SessionDraft draft) {
        StringBuilder text = new StringBuilder();
        line(text, CUSTOMER, CustomerLine.print(draft.customer()));
        line(text, REGION, draft.region());
        line(text, SESSIONS, draft.sessions());
        line(text, SOURCE, draft.source());
        line(text, DESTINATION, draft.destination());
        line(text, TIME_CONSUMED, draft.minutes() == null ? null : minutes(draft.minutes()));
        line(text, UPLOADED_AT, draft.uploadedAt());
        if (draft.highlight() != null) {
            highlight(text, draft.highlight());
        }
        if (!draft.observation().isEmpty()) {
            line(text, OBSERVATION, SessionTextParser.GRAMMAR.guarded(draft.observation()));
        }
        return text.toString();
    }

    private static String minutes(int minutes) {
        return minutes == 1 ? "1 min" : minutes + " mins";
    }

    private static void highlight(StringBuilder text, Highlight highlight) {
        line(text, HIGHLIGHT_TYPE, highlight.type().code());
        line(text, HIGHLIGHT_URL, highlight.url());
        line(text, HIGHLIGHT_DETAILS, highlight.details());
    }

    private static void line(StringBuilder text, SessionField label, @Nullable Object value) {
        if (value != null) {
            text.append(label.text()).append(": ").append(value).append('\n');
        }
    }
}
