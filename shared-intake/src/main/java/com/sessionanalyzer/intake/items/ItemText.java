package com.sessionanalyzer.intake.items;

/** Where the text of an item ends in its bytes. */
final class ItemText {

    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;
    private static final int LONGEST_CONTINUATION = 3;

    private ItemText() {}

    /**
     * The end but for line breaks, and but for blank space that makes it too long.
     *
     * @param most bytes of an item
     */
    static int end(byte[] bytes, int begin, int end, int most) {
        int textEnd = end;
        while (textEnd > begin
                && (isLineBreak(bytes[textEnd - 1]) || (textEnd - begin > most && isBlank(bytes[textEnd - 1])))) {
            textEnd--;
        }
        return textEnd;
    }

    /** The last end of a character that is not after this one. */
    static int wholeCharacters(byte[] bytes, int begin, int end) {
        int whole = end;
        while (whole > begin
                && end - whole < LONGEST_CONTINUATION
                && (bytes[whole] & CONTINUATION_MASK) == CONTINUATION) {
            whole--;
        }
        return whole;
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || isLineBreak(b);
    }

    private static boolean isLineBreak(byte b) {
        return b == '\n' || b == '\r';
    }
}
