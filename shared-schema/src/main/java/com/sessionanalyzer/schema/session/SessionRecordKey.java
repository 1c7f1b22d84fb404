package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.KeyText;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/**
 * Key of {@code session-records}: organization, customer key and record id. Organization and customer alone choose the
 * partition, so all records of a customer are in one.
 */
public record SessionRecordKey(OrganizationId organization, String customerKey, UUID id) {

    private static final int PARTS = 3;
    private static final int ID_LENGTH = 36;
    private static final char SEPARATOR = '\t';
    private static final char ASCII_END = 128;
    private static final String HEX = "0123456789abcdef";

    public byte[] encode() {
        return encode(customerPrefix(organization, customerKey), id);
    }

    /** The key of a record whose customer has this prefix. */
    public static byte[] encode(byte[] customerPrefix, UUID id) {
        byte[] last = id.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] key = Arrays.copyOf(customerPrefix, customerPrefix.length + last.length);
        System.arraycopy(last, 0, key, customerPrefix.length, last.length);
        return key;
    }

    /**
     * Reads an encoded key.
     *
     * @throws UnreadableEventException when the bytes are not such a key
     */
    public static SessionRecordKey decode(byte[] bytes) {
        List<String> parts = KeyText.split(new String(bytes, StandardCharsets.UTF_8), PARTS);
        try {
            SessionRecordKey key =
                    new SessionRecordKey(new OrganizationId(parts.get(0)), parts.get(1), UUID.fromString(parts.get(2)));
            if (!key.id.toString().equals(parts.get(2))) {
                throw new UnreadableEventException("key has an id that is not a canonical UUID: " + parts.get(2));
            }
            return key;
        } catch (IllegalArgumentException unreadable) {
            throw new UnreadableEventException("not a session record key: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Whether this is the encoded key of such a record; says the same as decoding it and comparing, without making anything. */
    public static boolean isKeyOf(OrganizationId organization, String customerKey, UUID id, byte[] bytes) {
        String slug = organization.value();
        int customer = slug.length() + 1;
        int last = customer + customerKey.length() + 1;
        if (bytes.length != last + ID_LENGTH || !isAscii(customerKey)) {
            return Arrays.equals(new SessionRecordKey(organization, customerKey, id).encode(), bytes);
        }
        return matches(slug, bytes, 0)
                && bytes[customer - 1] == SEPARATOR
                && matches(customerKey, bytes, customer)
                && bytes[last - 1] == SEPARATOR
                && matches(id, bytes, last);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII_END) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String ascii, byte[] bytes, int from) {
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(UUID id, byte[] bytes, int from) {
        int digit = 0;
        for (int i = 0; i < ID_LENGTH; i++) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (bytes[from + i] != '-') {
                    return false;
                }
            } else {
                long half = digit < 16 ? id.getMostSignificantBits() : id.getLeastSignificantBits();
                int value = (int) (half >>> (60 - 4 * (digit % 16))) & 15;
                if (bytes[from + i] != HEX.charAt(value)) {
                    return false;
                }
                digit++;
            }
        }
        return true;
    }

    /** What all keys of this customer begin with, and no key of another. */
    public static byte[] customerPrefix(OrganizationId organization, String customerKey) {
        return KeyText.join(organization.value(), customerKey, "").getBytes(StandardCharsets.UTF_8);
    }

    /** The partition of this customer's records among so many. */
    public int partition(int partitions) {
        return partition(customerPrefix(organization, customerKey), partitions);
    }

    /** The partition of the records whose customer has this prefix among so many. */
    public static int partition(byte[] customerPrefix, int partitions) {
        return Utils.toPositive(Utils.murmur2(customerPrefix)) % partitions;
    }
}
