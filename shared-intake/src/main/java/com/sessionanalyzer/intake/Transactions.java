package com.sessionanalyzer.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactional producer of one writer. One that failed is replaced at once, which ends what it left open: nothing that
 * was not committed holds up those who read committed messages for longer than the broker is away.
 */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String name;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Producer<byte[], byte[]> producer;
    private boolean fenced;

    Transactions(String name, Supplier<Producer<byte[], byte[]>> producers) {
        this.name = name;
        this.producers = producers;
    }

    /** Opens the producer, as patiently as a broker that only just started needs. */
    void open(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isOpened()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Kafka did not open transactions within " + patience);
            }
        }
    }

    /** The producer with a new transaction. */
    Producer<byte[], byte[]> begin() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            throw new KafkaException("the producer is not open");
        }
        open.beginTransaction();
        return open;
    }

    /** Ends a transaction of which nobody has asked to commit anything; whether the producer is good for another. */
    boolean abort() {
        try {
            if (producer != null) {
                producer.abortTransaction();
                return true;
            }
        } catch (KafkaException | IllegalStateException failed) {
            LOG.atDebug().addKeyValue("writer", name).setCause(failed).log("Could not abort");
            fenced = isFence(failed);
        }
        discard();
        return false;
    }

    /** Asks to commit until there is an answer; whether the answer says yes. */
    Ending commit() {
        while (true) {
            try {
                if (producer == null) {
                    return Ending.UNKNOWN;
                }
                producer.commitTransaction();
                return Ending.COMMITTED;
            } catch (TimeoutException unanswered) {
                if (isClosed()) {
                    return Ending.UNKNOWN;
                }
            } catch (KafkaException failed) {
                LOG.atWarn().addKeyValue("writer", name).setCause(failed).log("A commit failed");
                fenced = isFence(failed);
                discard();
                return Ending.UNKNOWN;
            }
        }
    }

    private static boolean isFence(@Nullable Throwable failed) {
        return failed instanceof ProducerFencedException
                || failed instanceof InvalidProducerEpochException
                || (failed != null && isFence(failed.getCause()));
    }

    /** Whether the producer was lost because there is another of its name, or because it was away for too long. */
    boolean isFenced() {
        return fenced;
    }

    /** Puts another producer in the place of the lost one; when it is there, all before it has ended one way or the other. */
    void reopen() {
        LOG.atInfo().addKeyValue("writer", name).log("Replacing a producer that failed");
        while (!isClosed() && !isOpened()) {
            pause();
        }
    }

    private boolean isOpened() {
        Producer<byte[], byte[]> candidate = producers.get();
        try {
            candidate.initTransactions();
            producer = candidate;
            fenced = false;
            return true;
        } catch (KafkaException failed) {
            candidate.close(Duration.ZERO);
            LOG.atDebug().addKeyValue("writer", name).setCause(failed).log("Not open yet");
            return false;
        }
    }

    /** Waits a little, unless this is closed. */
    void pause() {
        try {
            if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** From now on nothing is waited for. */
    void close() {
        closed.countDown();
    }

    /** Drops the producer at once. */
    void discard() {
        Producer<byte[], byte[]> failed = producer;
        producer = null;
        if (failed != null) {
            failed.close(Duration.ZERO);
        }
    }

    /** How a transaction ended, as far as its producer knows. */
    enum Ending {
        COMMITTED,
        UNKNOWN
    }
}
