package com.sessionanalyzer.query.facts;

/**
 * What the facts of an entry add up to in one number: how many there are, their values and their amounts. Where there is no
 * room for these the number is negative, and says where in {@link WideEntries} they are.
 */
final class Total {

    /** What no facts add up to, and nothing else. */
    static final int NOTHING = 0;

    private static final int BITS = 12;
    private static final int MOST = (1 << BITS) - 1;
    private static final int MOST_COUNT = (1 << (Integer.SIZE - 1 - 2 * BITS)) - 1;

    private Total() {}

    static boolean isRoomFor(int count, int value, int amount) {
        return count <= MOST_COUNT && value <= MOST && amount <= MOST;
    }

    static int of(int count, int value, int amount) {
        return (((count << BITS) | value) << BITS) | amount;
    }

    static boolean isWide(int total) {
        return total < 0;
    }

    static int count(int total) {
        return total >>> (2 * BITS);
    }

    static int value(int total) {
        return (total >>> BITS) & MOST;
    }

    static int amount(int total) {
        return total & MOST;
    }
}
