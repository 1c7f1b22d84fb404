package com.sessionanalyzer.query.likeness;

import java.util.function.LongConsumer;

/**
 * The blocks that a name is in. Two names that are one letter apart, or two that follow one another swapped, share one: with
 * a letter left out they can be made the same. Longer names that begin or end alike share one too.
 */
final class BlockKeys {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 32;
    private static final int HALF = 6;
    private static final int LONG = 10;
    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;

    private BlockKeys() {}

    /** Hands over the keys of a name's blocks; some more than once. */
    static void of(NameParts name, LongConsumer keys) {
        long qualifier = hash(BASIS, name.qualifier(), -1);
        String core = name.core();
        keys.accept(hash(qualifier, core, -1));
        if (name.words().size() > 1) {
            keys.accept(hash(qualifier, name.sortedCore(), -1));
        }
        if (core.length() > SHORTEST && core.length() <= LONGEST) {
            for (int i = 0; i < core.length(); i++) {
                if (i == 0 || core.charAt(i) != core.charAt(i - 1)) {
                    keys.accept(hash(qualifier, core, i));
                }
            }
        }
        if (core.length() >= LONG) {
            keys.accept(hash(~qualifier, core.substring(0, HALF), -1));
            keys.accept(hash(~qualifier * PRIME, core.substring(core.length() - HALF), -1));
        }
    }

    /** A hash of the text without the letter at this index. */
    private static long hash(long seed, String text, int without) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            if (i != without) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            }
        }
        return hash ^ (hash >>> 32);
    }
}
