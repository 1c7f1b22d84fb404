package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.KeyText;
import com.sessionanalyzer.schema.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that broke a rule, kept as it was sent.
 *
 * @param origin     how it came in
 * @param format     how the text is to be read
 * @param text       the record as it was sent
 * @param violations all broken rules, in the order of the text; never empty
 * @param settlement what became of it; null while it is open
 */
public record SessionRejection(
        OrganizationId organization,
        UUID id,
        Instant receivedAt,
        Origin origin,
        RecordFormat format,
        String text,
        List<Violation> violations,
        @Nullable Settlement settlement) {

    public SessionRejection {
        violations = List.copyOf(violations);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("a rejection needs a violation");
        }
    }

    /** The same rejection with an end. */
    public SessionRejection settled(Settlement end) {
        return new SessionRejection(organization, id, receivedAt, origin, format, text, violations, end);
    }

    /** Key of {@code session-rejections}: organization and id. */
    public byte[] key() {
        return key(organization, id);
    }

    /** Key of the rejection with this id. */
    public static byte[] key(OrganizationId organization, UUID id) {
        return KeyText.join(List.of(organization.value(), id.toString())).getBytes(StandardCharsets.UTF_8);
    }
}
