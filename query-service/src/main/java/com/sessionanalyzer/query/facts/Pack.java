package com.sessionanalyzer.query.facts;

/** A value and an amount in one number, in the order of the values. */
final class Pack {

    /** The largest value that there is room for. */
    static final int MAX_VALUE = 127;

    static final int VALUE_BITS = 7;

    /** The largest amount that there is room for. */
    static final int MAX_AMOUNT = (1 << 24) - 1;

    private static final int VALUE_SHIFT = 24;

    private Pack() {}

    static int of(int value, int amount) {
        if (amount < 0 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException("amount must be in 0.." + MAX_AMOUNT + ", was " + amount);
        }
        return value << VALUE_SHIFT | amount;
    }

    static int value(int pack) {
        return pack >>> VALUE_SHIFT;
    }

    static int amount(int pack) {
        return pack & MAX_AMOUNT;
    }

    /** The smallest number with this value; of one more than the largest value, a number that is larger than all. */
    static int least(int value) {
        return value > MAX_VALUE ? Integer.MAX_VALUE : value << VALUE_SHIFT;
    }
}
