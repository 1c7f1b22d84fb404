package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.KeyText;
import com.sessionanalyzer.schema.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A record that broke a rule, kept as it was sent.
 *
 * @param line       first line of the record in its post, from 1; 0 when the post has no lines
 * @param text       the record as it was sent
 * @param violations all broken rules, in the order of the text; never empty
 */
public record SessionRejection(
        OrganizationId organization,
        UUID id,
        Instant receivedAt,
        Channel channel,
        int line,
        String text,
        List<Violation> violations) {

    public SessionRejection {
        violations = List.copyOf(violations);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("a rejection needs a violation");
        }
    }

    /** Key of {@code session-rejections}: organization and id. */
    public byte[] key() {
        return KeyText.join(List.of(organization.value(), id.toString())).getBytes(StandardCharsets.UTF_8);
    }
}
