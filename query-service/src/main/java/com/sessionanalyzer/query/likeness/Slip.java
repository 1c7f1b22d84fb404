package com.sessionanalyzer.query.likeness;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** What a typing mistake would have had to do to make one word of another. */
enum Slip {
    /** Nothing: they are the same. */
    NONE,
    /** Two letters that follow one another changed places. */
    SWAPPED,
    /** A letter was typed twice, or once instead of twice. */
    DOUBLED,
    /** A letter was left out, or one too many was typed. */
    MISSED,
    /** A neighbour of the key was hit. */
    NEIGHBOUR,
    /** One letter stands for another. */
    REPLACED,
    /** Two of these. */
    TWO,
    /** More, so that it hardly was a mistake. */
    MANY;

    private static final int MOST = 2;
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance(MOST);
    private static final String[] KEYBOARD = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    /** The slip between two words, of lower-case letters. */
    static Slip between(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MOST) {
            return MANY;
        }
        return switch (DISTANCE.apply(one, other)) {
            case 0 -> NONE;
            case 1 -> one.length() == other.length() ? replaced(one, other) : missed(one, other);
            case 2 -> TWO;
            default -> MANY;
        };
    }

    private static Slip replaced(String one, String other) {
        int first = firstDifference(one, other);
        boolean isSwap = first + 1 < one.length() && one.charAt(first + 1) != other.charAt(first + 1);
        if (isSwap) {
            return SWAPPED;
        }
        return areNeighbours(one.charAt(first), other.charAt(first)) ? NEIGHBOUR : REPLACED;
    }

    private static Slip missed(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        int at = firstDifference(one, other);
        return at > 0 && longer.charAt(at) == longer.charAt(at - 1) ? DOUBLED : MISSED;
    }

    private static int firstDifference(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int at = 0;
        while (at < shorter && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static boolean areNeighbours(char one, char other) {
        for (int row = 0; row < KEYBOARD.length; row++) {
            int column = KEYBOARD[row].indexOf(one);
            for (int near = row - 1; column >= 0 && near <= row + 1; near++) {
                int otherColumn = near < 0 || near >= KEYBOARD.length ? -1 : KEYBOARD[near].indexOf(other);
                if (otherColumn >= 0 && Math.abs(column - otherColumn) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
