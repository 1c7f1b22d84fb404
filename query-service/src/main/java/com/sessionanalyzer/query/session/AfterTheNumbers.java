package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins to read once the numbers are loaded, so that a service that starts with much to do has its cores for what everybody waits
 * for. Not for ever: what cannot be loaded must not keep back the rows.
 *
 * @param longest to wait for the numbers
 */
record AfterTheNumbers(Numbers numbers, Duration longest, ConsumerLoop.Reading reading)
        implements ConsumerLoop.Reading {

    private static final Logger log = LoggerFactory.getLogger(AfterTheNumbers.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** What is loaded at some time. */
    @FunctionalInterface
    interface Numbers {

        /** Waits for it; false when that takes longer than this. */
        boolean awaitReady(Duration patience) throws InterruptedException;
    }

    @Override
    public void read(Consumer<byte[], byte[]> consumer, BooleanSupplier wanted) {
        long begin = System.nanoTime();
        try {
            while (wanted.getAsBoolean() && !numbers.awaitReady(LOOK_AGAIN)) {
                if (System.nanoTime() - begin >= longest.toNanos()) {
                    log.atWarn().addKeyValue("waited", longest).log("rows are read before the numbers are loaded");
                    break;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        reading.read(consumer, wanted);
    }
}
