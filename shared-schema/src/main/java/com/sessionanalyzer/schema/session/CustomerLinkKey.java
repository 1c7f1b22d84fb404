package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.KeyText;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Key of {@code customer-aliases}: a name that stands for another customer, or two customers that are not the same. */
public sealed interface CustomerLinkKey {

    OrganizationId organization();

    byte[] encode();

    /** The customer that has this identity by its own name. */
    record Alias(OrganizationId organization, String key) implements CustomerLinkKey {

        @Override
        public byte[] encode() {
            return CustomerLinkKey.bytes("alias", organization.value(), key);
        }
    }

    /** Two customers, whichever is named first. */
    record Apart(OrganizationId organization, String key, String otherKey) implements CustomerLinkKey {

        public Apart {
            if (key.compareTo(otherKey) >= 0) {
                throw new IllegalArgumentException("the keys of two customers must be two and in order");
            }
        }

        /** These two, in whichever order they are given. */
        public static Apart of(OrganizationId organization, String one, String other) {
            return one.compareTo(other) < 0 ? new Apart(organization, one, other) : new Apart(organization, other, one);
        }

        @Override
        public byte[] encode() {
            return CustomerLinkKey.bytes("apart", organization.value(), key, otherKey);
        }
    }

    /**
     * Reads an encoded key.
     *
     * @throws UnreadableEventException when the bytes are not such a key
     */
    static CustomerLinkKey decode(byte[] bytes) {
        List<String> parts = KeyText.split(new String(bytes, StandardCharsets.UTF_8), 0);
        try {
            return switch (parts.get(0)) {
                case "alias" -> new Alias(new OrganizationId(parts.get(1)), parts.get(2));
                case "apart" -> new Apart(new OrganizationId(parts.get(1)), parts.get(2), parts.get(3));
                default -> throw new UnreadableEventException("not a key of a customer's link");
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new UnreadableEventException("not a key of a customer's link", unreadable);
        }
    }

    private static byte[] bytes(String... parts) {
        return KeyText.join(List.of(parts)).getBytes(StandardCharsets.UTF_8);
    }
}
