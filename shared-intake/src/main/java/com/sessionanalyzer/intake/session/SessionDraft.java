package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.intake.text.FreeText;
import com.sessionanalyzer.intake.text.OneLine;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a review of sessions, valid by construction, before it has an id, an organization and a time of
 * receipt. Its texts are as cleaning leaves them: lines are trimmed and have single spaces, no text has control characters.
 *
 * @param sessions   1 to 100,000
 * @param minutes    1 to 120, or null when the time is not known
 * @param observation any number of lines separated by line feeds, trimmed; empty when there is none
 * @param uploadedAt event time to the millisecond, or null for the time of receipt
 */
public record SessionDraft(
        String customer,
        String region,
        int sessions,
        String source,
        String destination,
        @Nullable Integer minutes,
        String observation,
        @Nullable Highlight highlight,
        @Nullable Instant uploadedAt) {

    private static final int MAX_KEY_LENGTH = CustomerName.MAX_LENGTH * 3;

    public SessionDraft {
        requireLine(SessionField.CUSTOMER, customer);
        require(namesSomebody(customer), SessionField.CUSTOMER, "must name somebody", customer);
        requireLine(SessionField.REGION, region);
        require(
                isWithin(sessions, SessionRecord.MAX_SESSIONS),
                SessionField.SESSIONS,
                "must be in 1..100000",
                sessions);
        requireLine(SessionField.SOURCE, source);
        requireLine(SessionField.DESTINATION, destination);
        if (minutes != null) {
            require(
                    isWithin(minutes, SessionRecord.MAX_MINUTES),
                    SessionField.TIME_CONSUMED,
                    "must be in 1..120",
                    minutes);
        }
        require(isFreeText(observation), SessionField.OBSERVATION, "must be clean and trimmed", observation);
        if (highlight != null && highlight.url() != null) {
            requireLine(SessionField.HIGHLIGHT_URL, highlight.url());
        }
        if (highlight != null && highlight.details() != null) {
            requireLine(SessionField.HIGHLIGHT_DETAILS, highlight.details());
        }
        if (uploadedAt != null) {
            Instant millis = uploadedAt.truncatedTo(ChronoUnit.MILLIS);
            require(uploadedAt.equals(millis), SessionField.UPLOADED_AT, "must be whole milliseconds", uploadedAt);
        }
    }

    /** Whether an identity is left of the name without scheme, {@code www.}, dots and slashes. */
    static boolean namesSomebody(String customer) {
        return CustomerName.isPlain(customer)
                ? customer.length() <= MAX_KEY_LENGTH
                : isKey(CustomerName.of(customer).key());
    }

    private static boolean isKey(String key) {
        return !key.isBlank() && key.length() <= MAX_KEY_LENGTH && key.chars().noneMatch(Character::isISOControl);
    }

    static boolean isWithin(int value, int max) {
        return value >= 1 && value <= max;
    }

    private static boolean isFreeText(String text) {
        return text.length() <= SessionRecord.MAX_OBSERVATION_LENGTH
                && (OneLine.isPlain(text)
                        || (Flaw.in(text) == null && FreeText.of(text).equals(text)));
    }

    private static void requireLine(SessionField field, String value) {
        boolean clean = value.length() <= field.maxLength()
                && (OneLine.isPlain(value)
                        || (!value.isEmpty()
                                && Flaw.in(value) == null
                                && OneLine.of(value).equals(value)));
        if (!clean) {
            require(false, field, "must be one clean line of 1 to " + field.maxLength() + " characters", value);
        }
    }

    private static void require(boolean holds, SessionField field, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(field.wireName() + " " + rule + ", was '" + value + "'");
        }
    }
}
