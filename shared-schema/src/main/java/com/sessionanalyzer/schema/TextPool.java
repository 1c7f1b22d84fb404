package com.sessionanalyzer.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts that were read lately, so that those that come again and again, such as the values of dimensions, are decoded and
 * held once. For one thread.
 */
public final class TextPool {

    private static final int LONGEST = 64;
    private static final int GOLDEN = 0x9E3779B9;

    private final int shift;
    private final byte[][] encoded;
    private final String[] texts;

    /**
     * An empty pool.
     *
     * @param bits of the number of texts it has room for
     */
    public TextPool(int bits) {
        this.shift = Integer.SIZE - bits;
        this.encoded = new byte[1 << bits][];
        this.texts = new String[1 << bits];
        Arrays.fill(encoded, new byte[LONGEST + 1]);
        Arrays.fill(texts, "");
    }

    String text(byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int place = place(bytes, from, length);
        byte[] known = encoded[place];
        if (!Arrays.equals(known, 0, known.length, bytes, from, from + length)) {
            encoded[place] = Arrays.copyOfRange(bytes, from, from + length);
            texts[place] = new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        return texts[place];
    }

    private int place(byte[] bytes, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash * GOLDEN) >>> shift;
    }
}
