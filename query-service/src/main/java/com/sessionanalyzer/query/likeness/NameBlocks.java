package com.sessionanalyzer.query.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Many names in their blocks, so that those like another are found without looking at all of them. A block's key and a name's
 * index share a long: 44 bits for the key, so a few names stand in a block by chance, and 20 for the index. That makes it one
 * array of numbers to sort.
 */
public final class NameBlocks {

    /** How many names there may be. */
    public static final int MOST_NAMES = 1 << 20;

    private static final int INDEX_BITS = 20;
    private static final long INDEX_MASK = MOST_NAMES - 1L;
    private static final int MOST_IN_BLOCK = 40;
    private static final int WINDOW = 8;

    private final long[] entries;

    private NameBlocks(long[] entries) {
        this.entries = entries;
    }

    /** The blocks of some names, of which there are at most {@link #MOST_NAMES}. */
    public static NameBlocks of(List<NameParts> names) {
        if (names.size() > MOST_NAMES) {
            throw new IllegalArgumentException("at most " + MOST_NAMES + " names fit, were " + names.size());
        }
        Longs entries = new Longs();
        for (int i = 0; i < names.size(); i++) {
            long index = i;
            BlockKeys.of(names.get(i), key -> entries.add((key << INDEX_BITS) | index));
        }
        return new NameBlocks(entries.sorted());
    }

    /** Hands over the indices of the names that share a block with this one; some more than once. */
    public void near(NameParts name, IntConsumer indices) {
        BlockKeys.of(name, key -> {
            long first = key << INDEX_BITS;
            int at = Arrays.binarySearch(entries, first);
            int begin = at < 0 ? -at - 1 : at;
            int end = Math.min(entries.length, begin + MOST_IN_BLOCK);
            for (int i = begin; i < end && (entries[i] & ~INDEX_MASK) == first; i++) {
                indices.accept((int) (entries[i] & INDEX_MASK));
            }
        });
    }

    /**
     * All pairs that share a block, each once: the first index in the upper half of the long, the second, which is larger, in
     * the lower. In a block that is too large only names that are near each other by index are paired, so they should be in
     * order.
     */
    public long[] pairs() {
        Longs pairs = new Longs();
        int begin = 0;
        for (int end = 1; end <= entries.length; end++) {
            if (end == entries.length || (entries[end] & ~INDEX_MASK) != (entries[begin] & ~INDEX_MASK)) {
                pair(begin, end, pairs);
                begin = end;
            }
        }
        return pairs.sortedOnce();
    }

    private void pair(int begin, int end, Longs pairs) {
        int reach = end - begin > MOST_IN_BLOCK ? WINDOW : MOST_IN_BLOCK;
        for (int i = begin; i < end; i++) {
            long one = entries[i] & INDEX_MASK;
            for (int j = i + 1; j < end && j <= i + reach; j++) {
                long other = entries[j] & INDEX_MASK;
                if (one != other) {
                    pairs.add(one << Integer.SIZE | other);
                }
            }
        }
    }
}
