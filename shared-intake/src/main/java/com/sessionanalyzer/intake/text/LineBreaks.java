package com.sessionanalyzer.intake.text;

/** The bytes of UTF-8 that end a line. */
public final class LineBreaks {

    /** More bytes are needed to know. */
    public static final int UNKNOWN = -1;

    private static final byte NEXT_LINE_LEAD = (byte) 0xC2;
    private static final byte NEXT_LINE = (byte) 0x85;
    private static final byte SEPARATOR_LEAD = (byte) 0xE2;
    private static final byte SEPARATOR_MIDDLE = (byte) 0x80;
    private static final byte LINE_SEPARATOR = (byte) 0xA8;
    private static final byte PARAGRAPH_SEPARATOR = (byte) 0xA9;

    private LineBreaks() {}

    /** Whether a line break may begin with this byte. */
    public static boolean mayBegin(byte b) {
        return (b >= '\n' && b <= '\r') || b == NEXT_LINE_LEAD || b == SEPARATOR_LEAD;
    }

    /**
     * The length of the line break at the index, which may begin one; 0 when there is none.
     *
     * @param last whether nothing comes after the limit
     */
    public static int at(byte[] bytes, int index, int limit, boolean last) {
        byte b = bytes[index];
        int left = limit - index;
        if (b == '\r') {
            return left > 1 ? (bytes[index + 1] == '\n' ? 2 : 1) : last ? 1 : UNKNOWN;
        }
        if (b == NEXT_LINE_LEAD) {
            return left > 1 ? (bytes[index + 1] == NEXT_LINE ? 2 : 0) : last ? 0 : UNKNOWN;
        }
        return b == SEPARATOR_LEAD ? separator(bytes, index, left, last) : 1;
    }

    private static int separator(byte[] bytes, int index, int left, boolean last) {
        if (left < 2 || (left == 2 && bytes[index + 1] == SEPARATOR_MIDDLE)) {
            return last ? 0 : UNKNOWN;
        }
        boolean isSeparator = bytes[index + 1] == SEPARATOR_MIDDLE
                && (bytes[index + 2] == LINE_SEPARATOR || bytes[index + 2] == PARAGRAPH_SEPARATOR);
        return isSeparator ? 3 : 0;
    }
}
