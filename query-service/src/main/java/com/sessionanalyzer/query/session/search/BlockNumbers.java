package com.sessionanalyzer.query.session.search;

/** How rows are numbered by blocks, as the function {@code session_block} of the database does it. */
final class BlockNumbers {

    /** Offsets of a block. */
    static final int SIZE = 128;

    private static final int PARTITION_SHIFT = 40;

    private BlockNumbers() {}

    /** The first block of a partition; those of the next one follow. */
    static long first(int partition) {
        return (long) partition << PARTITION_SHIFT;
    }

    /** How many blocks of a partition are before an offset, entirely. */
    static long before(long offset) {
        return offset / SIZE;
    }

    /** How many blocks of a partition are before an offset, at least in part. */
    static long begunBefore(long offset) {
        return (offset + SIZE - 1) / SIZE;
    }
}
