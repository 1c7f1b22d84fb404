package com.sessionanalyzer.intake.text;

/** What each character means to a labelled text. */
final class Characters {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Characters() {}

    /** Whether it is a printing ASCII character other than the colon, and so needs no closer look; most are. */
    static boolean isPlain(char c) {
        return c > ' ' && c < '\u007F' && c != ':';
    }

    /** Whether it ends a line: what Unicode calls a line break, CR and LF together being one. */
    static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Whether it is white space in a line; in a value without lines, also a line break. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || (c >= '\u0080' && Character.isSpaceChar(c)) || isLineBreak(c);
    }

    /** Whether it says only how to display its neighbours: a byte order mark or a direction control. */
    static boolean isInvisible(char c) {
        return c >= '\u061C'
                && (c == '\u061C'
                        || c == '\u200E'
                        || c == '\u200F'
                        || (c >= '\u202A' && c <= '\u202E')
                        || (c >= '\u2066' && c <= '\u2069')
                        || c == BYTE_ORDER_MARK);
    }

    /** Whether it separates a label from its value. */
    static boolean isColon(char c) {
        return c == ':' || c == '\uFF1A';
    }

    /** Whether no text may contain what stands here. Line breaks are control characters too: ask for them first. */
    static boolean isFlaw(String text, int index) {
        char c = text.charAt(index);
        return c < ' ' ? c != '\t' : c >= '\u007F' && (c <= '\u009F' || isLoneSurrogate(text, index));
    }

    static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }

    /** The first index from {@code start} on, before {@code end}, that is neither white space nor invisible. */
    static int skipBlank(String text, int start, int end) {
        int index = start;
        while (index < end && (isSpace(text.charAt(index)) || isInvisible(text.charAt(index)))) {
            index++;
        }
        return index;
    }
}
