package com.sessionanalyzer.intake;

import java.util.concurrent.TimeUnit;

/**
 * How long a transaction that is about to begin waits for more batches. Each transaction costs the broker and every reader
 * about the same, whatever it holds, so many batches that come one by one are better off together. One that comes alone never
 * waits.
 *
 * @param begun when the transaction before began, in nanoseconds
 * @param size  how many batches it had
 */
record Company(long begun, int size) {

    /** From the begin of a transaction to that of the next, while batches keep coming. */
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(10);

    /** Without another batch for so long, those who send wait for an answer. */
    private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(2);

    /** So many share the costs well enough. */
    private static final int ENOUGH = 16;

    /**
     * Nanoseconds in which another batch may still join; none when it is not to be waited for.
     *
     * @param together how many there are, at least one
     * @param now      in nanoseconds
     */
    long patience(int together, long now) {
        if (together >= ENOUGH || Math.max(together, size) == 1) {
            return 0;
        }
        return Math.max(0, Math.min(SILENCE, begun + PACE - now));
    }
}
