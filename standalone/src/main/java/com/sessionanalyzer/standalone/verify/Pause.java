package com.sessionanalyzer.standalone.verify;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A moment before something is looked at again. */
final class Pause {

    private Pause() {}

    static void of(Duration moment) {
        try {
            new CountDownLatch(1).await(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotCompareException("Interrupted.", interrupted);
        }
    }
}
