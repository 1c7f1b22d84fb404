package com.sessionanalyzer.schema.intake;

import com.sessionanalyzer.schema.KeyText;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Key of {@code intake-deliveries}.
 *
 * @param part which part of the delivery: the partition of submissions it came by, as in {@code 3}; empty for the whole
 */
public record DeliveryKey(OrganizationId organization, String domain, DeliveryKind kind, UUID id, String part) {

    private static final int PARTS = 5;

    /** The key of a delivery that is not divided. */
    public static DeliveryKey whole(OrganizationId organization, String domain, DeliveryKind kind, UUID id) {
        return new DeliveryKey(organization, domain, kind, id, "");
    }

    public byte[] encode() {
        return bytes(List.of(organization.value(), domain, kind.code(), id.toString(), part));
    }

    /** What the keys of all deliveries of this kind begin with, and no other. */
    public static byte[] prefix(OrganizationId organization, String domain, DeliveryKind kind) {
        return bytes(List.of(organization.value(), domain, kind.code(), ""));
    }

    /** What the keys of all parts of this delivery begin with, and no other. */
    public byte[] prefix() {
        return bytes(List.of(organization.value(), domain, kind.code(), id.toString(), ""));
    }

    /**
     * Reads an encoded key.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    public static DeliveryKey decode(byte[] bytes) {
        List<String> parts = KeyText.split(new String(bytes, StandardCharsets.UTF_8), PARTS);
        try {
            return new DeliveryKey(
                    new OrganizationId(parts.get(0)),
                    parts.get(1),
                    DeliveryKind.ofCode(parts.get(2)),
                    UUID.fromString(parts.get(3)),
                    parts.get(4));
        } catch (IllegalArgumentException unreadable) {
            throw new UnreadableEventException("not a key of a delivery: " + unreadable.getMessage(), unreadable);
        }
    }

    private static byte[] bytes(List<String> parts) {
        return KeyText.join(parts).getBytes(StandardCharsets.UTF_8);
    }
}
