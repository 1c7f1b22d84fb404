package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import java.util.concurrent.Semaphore;

/** Lets only so many exports run at once: each holds a connection of the database until its client has read it all. */
final class ExportPlaces {

    private final int most;
    private final Semaphore free;

    ExportPlaces(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /** Runs an export when there is a place for it. */
    void within(Runnable export) {
        if (!free.tryAcquire()) {
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE,
                    "There are " + most
                            + " exports running, which is as many as can be; try again when one has ended.");
        }
        try {
            export.run();
        } finally {
            free.release();
        }
    }
}
