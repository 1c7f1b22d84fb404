package com.sessionanalyzer.standalone.generate;

/** Randomness that is the same everywhere and always: SplitMix64, written out because a library may change how it draws. */
final class Dice {

    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;
    private static final long FIRST = 0xBF58_476D_1CE4_E5B9L;
    private static final long SECOND = 0x94D0_49BB_1331_11EBL;
    private static final int HUNDRED = 100;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Begins the row of draws of the n-th thing under a seed, which does not depend on the others. */
    void begin(long seed, long number) {
        state = mix(seed + mix(number + STEP));
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return (int) (((next() >>> Integer.SIZE) * bound) >>> Integer.SIZE);
    }

    /** From 0 to below 1, in steps of 2⁻⁵³. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean percent(int chance) {
        return below(HUNDRED) < chance;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * FIRST;
        mixed = (mixed ^ (mixed >>> 27)) * SECOND;
        return mixed ^ (mixed >>> 31);
    }
}
