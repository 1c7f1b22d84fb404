package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.KeyText;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Key of {@code customer-activity}: a customer of an organization, a route of one, or the progress of a shard. */
public sealed interface CustomerKey {

    /** The customer with this identity. */
    record Customer(OrganizationId organization, String key) implements CustomerKey {

        @Override
        public byte[] encode() {
            return CustomerKey.bytes("customer", organization.value(), key);
        }
    }

    /** The records of this customer that have this region, source and destination. */
    record Route(OrganizationId organization, String key, String region, String source, String destination)
            implements CustomerKey {

        @Override
        public byte[] encode() {
            return CustomerKey.bytes("route", organization.value(), key, region, source, destination);
        }
    }

    /** The end of a batch of a shard. */
    record Progress(int shard) implements CustomerKey {

        @Override
        public byte[] encode() {
            return CustomerKey.bytes("progress", Integer.toString(shard));
        }
    }

    byte[] encode();

    /**
     * Reads an encoded key.
     *
     * @throws UnreadableEventException when the bytes are not such a key
     */
    static CustomerKey decode(byte[] bytes) {
        List<String> parts = KeyText.split(new String(bytes, StandardCharsets.UTF_8), 0);
        try {
            return switch (parts.get(0)) {
                case "customer" -> new Customer(new OrganizationId(parts.get(1)), parts.get(2));
                case "route" ->
                    new Route(new OrganizationId(parts.get(1)), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
                case "progress" -> new Progress(Integer.parseInt(parts.get(1)));
                default -> throw new UnreadableEventException("not a customer key: " + parts);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new UnreadableEventException("not a customer key: " + parts, unreadable);
        }
    }

    private static byte[] bytes(String... parts) {
        return KeyText.join(List.of(parts)).getBytes(StandardCharsets.UTF_8);
    }
}
