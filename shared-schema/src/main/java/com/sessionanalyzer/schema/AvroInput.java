package com.sessionanalyzer.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of an event straight from Avro's binary form, in the order of its schema. What does not fit is an
 * {@link UnreadableEventException}.
 */
public final class AvroInput {

    private static final int ID_LENGTH = 16;
    private static final int BITS = 7;

    private final byte[] bytes;
    private int index;

    AvroInput(byte[] bytes, int start) {
        this.bytes = bytes;
        this.index = start;
    }

    public String text() {
        int length = number();
        require(length);
        String text = new String(bytes, index, length, StandardCharsets.UTF_8);
        index += length;
        return text;
    }

    /** A text that probably comes again. */
    public String text(TextPool pool) {
        int length = number();
        require(length);
        String text = pool.text(bytes, index, length);
        index += length;
        return text;
    }

    /** A union of null and a text. */
    public @Nullable String textOrNull() {
        return isPresent() ? text() : null;
    }

    public int number() {
        long value = longNumber();
        if (value != (int) value) {
            throw damaged("a number is too large");
        }
        return (int) value;
    }

    public long longNumber() {
        long rest = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            require(1);
            byte b = bytes[index++];
            rest |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
        throw damaged("a number does not end");
    }

    /** A union of null and a number. */
    public @Nullable Integer numberOrNull() {
        return isPresent() ? (Integer) number() : null;
    }

    /** A fixed of 16 bytes. */
    public UUID id() {
        require(ID_LENGTH);
        return new UUID(bits(), bits());
    }

    /** A union of null and such a fixed. */
    public @Nullable UUID idOrNull() {
        return isPresent() ? id() : null;
    }

    /** Which branch of a union of null and something else follows. */
    public boolean isPresent() {
        long branch = longNumber();
        if (branch != 0 && branch != 1) {
            throw damaged("there is no branch " + branch);
        }
        return branch == 1;
    }

    /** An array of items that are read like this. */
    public <T> List<T> list(Function<AvroInput, T> item) {
        List<T> items = new ArrayList<>();
        for (long left = block(); left != 0; left = block()) {
            for (; left > 0; left--) {
                items.add(item.apply(this));
            }
        }
        return items;
    }

    /** How many items follow before the next block; a negative number stands before a size in bytes, which is not needed. */
    private long block() {
        long items = longNumber();
        if (items >= 0) {
            return items;
        }
        longNumber();
        return -items;
    }

    /** Makes sure that all was read. */
    public void end() {
        if (index != bytes.length) {
            throw damaged("bytes after its end");
        }
    }

    private long bits() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | (bytes[index++] & 0xFF);
        }
        return value;
    }

    private void require(int length) {
        if (length < 0 || bytes.length - index < length) {
            throw damaged("it is cut off");
        }
    }

    private static UnreadableEventException damaged(String reason) {
        return new UnreadableEventException("not a readable event: " + reason);
    }
}
