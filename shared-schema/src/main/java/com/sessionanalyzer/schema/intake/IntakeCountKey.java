package com.sessionanalyzer.schema.intake;

import com.sessionanalyzer.schema.KeyText;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Key of {@code intake-counts}.
 *
 * @param domain  as in {@code session}
 * @param channel as in {@code form}
 * @param writer  the one that counts, which no other does at the same time: its transactional id
 */
public record IntakeCountKey(OrganizationId organization, String domain, String channel, String writer) {

    public byte[] encode() {
        return KeyText.join(List.of(organization.value(), domain, channel, writer))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an encoded key.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    public static IntakeCountKey decode(byte[] bytes) {
        List<String> parts = KeyText.split(new String(bytes, StandardCharsets.UTF_8), 4);
        try {
            return new IntakeCountKey(new OrganizationId(parts.get(0)), parts.get(1), parts.get(2), parts.get(3));
        } catch (IllegalArgumentException unreadable) {
            throw new UnreadableEventException("not a key of counts: " + unreadable.getMessage(), unreadable);
        }
    }
}
