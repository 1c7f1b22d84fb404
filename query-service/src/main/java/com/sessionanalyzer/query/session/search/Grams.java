package com.sessionanalyzer.query.session.search;

import java.util.BitSet;

/**
 * Which three, and which six, characters in a row occur in texts, as a set of numbers. Three characters of ASCII have a number of
 * their own, other rows share theirs; those that span two lines do not count. A text that contains another one has all of its
 * grams, so texts that lack one of them need not be looked at. Three are known for what is short; six tell far more, since names
 * are often made of the same parts.
 */
final class Grams {

    private static final int SHORT = 3;
    private static final int LONG = 6;
    private static final int ASCII_BITS = 7;
    private static final int BEYOND_ASCII = 1 << (SHORT * ASCII_BITS);
    private static final int OF_SIX = 2 * BEYOND_ASCII;
    private static final int SIX_BITS = 22;
    private static final int PRIME = 0x9E3779B1;

    private final BitSet numbers = new BitSet(OF_SIX + (1 << SIX_BITS));

    /** Adds all that occurs in a text. */
    void add(String text) {
        add(text, SHORT);
        add(text, LONG);
    }

    /** Adds what a text must have to contain this piece: the longer ones, which have the shorter ones in them, if there are any. */
    void require(String piece) {
        add(piece, piece.length() < LONG ? SHORT : LONG);
    }

    private void add(String text, int length) {
        int line = 0;
        for (int end = 1; end <= text.length(); end++) {
            if (text.charAt(end - 1) == '\n') {
                line = end;
            } else if (end - line >= length) {
                numbers.set(number(text, end - length, end));
            }
        }
    }

    private static int number(String text, int begin, int end) {
        boolean isShort = end - begin == SHORT;
        int all = 0;
        int packed = 0;
        int mixed = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            all |= c;
            packed = (packed << ASCII_BITS) | c;
            mixed = (mixed + c) * PRIME;
        }
        if (!isShort) {
            return OF_SIX + (mixed >>> (Integer.SIZE - SIX_BITS));
        }
        return all >>> ASCII_BITS == 0 ? packed : BEYOND_ASCII + (mixed >>> (Integer.SIZE - SHORT * ASCII_BITS));
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The numbers, each once, smallest first. */
    int[] numbers() {
        return numbers.stream().toArray();
    }

    void clear() {
        numbers.clear();
    }
}
