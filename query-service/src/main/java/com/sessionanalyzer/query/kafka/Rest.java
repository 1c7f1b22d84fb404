package com.sessionanalyzer.query.kafka;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The rest of a reader between two polls that found little. A topic that grows record by record would else be asked for each
 * of them, with a request to the broker and a transaction of the database every time; what comes during a rest is read together.
 */
public final class Rest {

    /** Somebody waits to see what was written; this is well below what is noticed. */
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private static final int MUCH = 500;

    private Rest() {}

    /**
     * Waits for a moment when some records came, unless they are so many that more must be waiting; a poll that found none has
     * waited already.
     *
     * @param records that the last poll found
     */
    public static void after(int records) {
        if (records > 0 && records < MUCH) {
            LockSupport.parkNanos(NANOS);
        }
    }
}
