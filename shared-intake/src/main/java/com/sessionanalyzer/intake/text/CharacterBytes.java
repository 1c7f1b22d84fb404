package com.sessionanalyzer.intake.text;

/** Puts characters together from the bytes of UTF-8; only those of one UTF-16 unit, as all that matter to a label are. */
final class CharacterBytes {

    /** The character goes on. */
    static final int MORE = -1;

    /** The bytes are none, or a character of two units. */
    static final int OTHER = 0xFFFD;

    private static final int LONG_LEAD = 0xF0;
    private static final int THREE_LEAD = 0xE0;
    private static final int TWO_LEAD = 0xC0;
    private static final int CONTINUATION_BITS = 6;
    private static final int CONTINUATION_MASK = 0x3F;

    private int character;
    private int missing;

    void reset() {
        missing = 0;
    }

    int see(byte b) {
        if (b >= 0) {
            return missing > 0 ? OTHER : b;
        }
        return missing > 0 ? seeContinuation(b & 0xFF) : seeLead(b & 0xFF);
    }

    private int seeContinuation(int b) {
        if (b >= TWO_LEAD) {
            return OTHER;
        }
        character = character << CONTINUATION_BITS | (b & CONTINUATION_MASK);
        return --missing > 0 ? MORE : character;
    }

    private int seeLead(int b) {
        if (b < TWO_LEAD || b >= LONG_LEAD) {
            return OTHER;
        }
        missing = b < THREE_LEAD ? 1 : 2;
        character = b & (b < THREE_LEAD ? 0x1F : 0x0F);
        return MORE;
    }
}
