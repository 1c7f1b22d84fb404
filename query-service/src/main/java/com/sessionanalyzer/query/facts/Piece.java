package com.sessionanalyzer.query.facts;

/**
 * Facts that are all in one bucket.
 *
 * @param span     those of a day, or of more days where these make no difference
 * @param from     the first cell that is meant
 * @param beyond   the cell after the last one that is meant
 * @param withTail whether the tail is meant, too
 */
record Piece(Span span, int bucket, int from, int beyond, boolean withTail) {

    /** A span as a whole. */
    Piece(Span span, int bucket) {
        this(span, bucket, 0, span.cells, true);
    }

    /** About how long it takes to look at it. */
    long cost(boolean byEntry) {
        return costBefore(beyond, byEntry) + (withTail ? span.tail.size : 0);
    }

    /** The first cell before which there is so much to look at. */
    int cellAt(long cost, boolean byEntry) {
        int cell = from;
        while (cell < beyond && costBefore(cell, byEntry) < cost) {
            cell++;
        }
        return cell;
    }

    Piece before(int cell) {
        return new Piece(span, bucket, from, cell, false);
    }

    Piece since(int cell) {
        return new Piece(span, bucket, cell, beyond, withTail);
    }

    private long costBefore(int cell, boolean byEntry) {
        long cells = (long) cell - from;
        return byEntry && cells > 0 ? cells + span.ends[cell - 1] - span.starts[from] : cells;
    }
}
