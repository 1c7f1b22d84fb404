package com.sessionanalyzer.intake.items;

/**
 * Cuts a table of separated values into rows as RFC 4180 quotes them. The first row decides on the separator. A quote that
 * does not close within bounds costs its own line only: reading goes on with the next one.
 */
final class RowCutter extends Cutter {

    /** More columns than that make a row of many lines incredible. */
    static final int MAX_COLUMNS = 100;

    private static final byte[] SEPARATORS = {',', ';', '\t'};

    private final int maxRow;
    private final int[] counts = new int[SEPARATORS.length];
    private byte separator;
    private State state = State.FIELD_START;
    private boolean visible;
    private int columns;
    private int breaks;
    private int firstLineEnd = MORE;

    RowCutter(int maxRow) {
        this.maxRow = maxRow;
    }

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,

        /** In a line that is too long, where quotes do not count. */
        OVERLONG
    }

    /** What separates the values of a row; known after the first row. */
    char separator() {
        return (char) separator;
    }

    @Override
    int cut(byte[] bytes, int limit, boolean last) {
        int index = scanned();
        while (index < limit) {
            byte b = bytes[index];
            if (b == '\r' && index + 1 == limit && !last) {
                break;
            }
            index++;
            if (b == '\n' || b == '\r') {
                if (b == '\r' && index < limit && bytes[index] == '\n') {
                    index++;
                }
                breaks++;
                if (state != State.QUOTED) {
                    return end(index, Fault.NONE);
                }
                firstLineEnd = firstLineEnd < 0 ? index : firstLineEnd;
            } else {
                see(b);
            }
            if (isIncredible(index)) {
                return end(firstLineEnd, Fault.UNCLOSED_QUOTE);
            }
        }
        scannedTo(index);
        return last && limit > begin() ? endOfContent(limit) : MORE;
    }

    private void see(byte b) {
        visible |= b != ' ';
        switch (state) {
            case QUOTED -> state = b == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> state = b == '"' ? State.QUOTED : afterField(b);
            case FIELD_START -> state = b == '"' ? State.QUOTED : afterField(b);
            case PLAIN -> state = afterField(b);
            case OVERLONG -> {}
        }
    }

    private State afterField(byte b) {
        if (!separates(b)) {
            return State.PLAIN;
        }
        columns++;
        return State.FIELD_START;
    }

    private boolean separates(byte b) {
        if (separator != 0) {
            return b == separator;
        }
        for (int i = 0; i < SEPARATORS.length; i++) {
            if (b == SEPARATORS[i]) {
                counts[i]++;
                return true;
            }
        }
        return false;
    }

    private boolean isIncredible(int index) {
        boolean isLong = index - begin() > maxRow;
        if (firstLineEnd < 0) {
            state = isLong ? State.OVERLONG : state;
            return false;
        }
        return isLong || columns >= MAX_COLUMNS;
    }

    private int endOfContent(int limit) {
        if (state != State.QUOTED) {
            breaks++;
            return end(limit, Fault.NONE);
        }
        breaks++;
        return end(firstLineEnd < 0 ? limit : firstLineEnd, Fault.UNCLOSED_QUOTE);
    }

    private int end(int index, Fault fault) {
        if (visible && separator == 0) {
            separator = mostFrequent();
        }
        boolean isItem = visible;
        int lines = fault == Fault.UNCLOSED_QUOTE ? 1 : breaks;
        state = State.FIELD_START;
        visible = false;
        columns = 0;
        breaks = 0;
        firstLineEnd = MORE;
        return done(index, isItem, lines, fault);
    }

    private byte mostFrequent() {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS[most];
    }

    @Override
    void move(int by) {
        super.move(by);
        firstLineEnd = firstLineEnd < 0 ? firstLineEnd : firstLineEnd + by;
    }
}
