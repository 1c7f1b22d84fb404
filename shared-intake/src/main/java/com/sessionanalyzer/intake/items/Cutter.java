package com.sessionanalyzer.intake.items;

/**
 * Finds where the items of a content end. It looks at each byte once, and remembers how far it came, so that a content can
 * come in pieces of any size.
 */
abstract class Cutter {

    /** There is no end yet in what can be seen. */
    static final int MORE = -1;

    /** Where the item begins, in the buffer. */
    private int begin;

    /** What was looked at, in the buffer. */
    private int scanned;

    private boolean item;
    private int lines;
    private Fault fault = Fault.NONE;

    /**
     * Looks on for the end of the item that begins where the last one ended.
     *
     * @param limit where the buffer ends for now
     * @param last  whether nothing comes after that
     * @return the index after the item, or {@link #MORE}; with nothing left to cut, also that
     */
    abstract int cut(byte[] bytes, int limit, boolean last);

    /** The first byte that a decision still needs; all before it may be dropped once the item is too long. */
    int needed() {
        return scanned;
    }

    /** Follows bytes that moved in the buffer, those of the item and those looked at. */
    void move(int by) {
        begin += by;
        scanned += by;
    }

    /** Follows bytes that moved in the buffer, the beginning of the item excepted. */
    void moveScanned(int by) {
        scanned += by;
    }

    /** Whether what was cut is an item, and not blank space between items. */
    final boolean isItem() {
        return item;
    }

    /** Lines that were cut. */
    final int lines() {
        return lines;
    }

    final Fault fault() {
        return fault;
    }

    final int begin() {
        return begin;
    }

    final int scanned() {
        return scanned;
    }

    final void scannedTo(int index) {
        scanned = index;
    }

    /** Starts at an index, with nothing looked at. */
    void startAt(int index) {
        begin = index;
        scanned = index;
    }

    final int done(int end, boolean isItem, int cutLines, Fault found) {
        begin = end;
        scanned = end;
        item = isItem;
        lines = cutLines;
        fault = found;
        return end;
    }
}
