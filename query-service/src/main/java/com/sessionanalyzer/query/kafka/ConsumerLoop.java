package com.sessionanalyzer.query.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads with a consumer on a thread of its own, and after a failure with a new one, until it is stopped. */
public final class ConsumerLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final String name;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Reading reading;
    private final Duration retry;
    private @Nullable Run run;

    public ConsumerLoop(String name, Supplier<Consumer<byte[], byte[]>> consumers, Reading reading, Duration retry) {
        this.name = name;
        this.consumers = consumers;
        this.reading = reading;
        this.retry = retry;
    }

    /** What to do with the consumer, for as long as it is wanted. */
    @FunctionalInterface
    public interface Reading {

        void read(Consumer<byte[], byte[]> consumer, BooleanSupplier wanted);
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            run = new Run();
            run.thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            run.end();
            run = null;
        }
    }

    /** Stops beside the other loops, so that a broker that is away delays the end only once. */
    @Override
    public void stop(Runnable stopped) {
        Thread stopping = new Thread(
                () -> {
                    stop();
                    stopped.run();
                },
                name + "-stop");
        stopping.start();
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null && run.thread.isAlive();
    }

    /** One start of the loop. */
    private final class Run {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread thread = new Thread(this::run, name);
        private volatile @Nullable Consumer<byte[], byte[]> current;

        private void run() {
            while (isWanted()) {
                Consumer<byte[], byte[]> consumer = null;
                try {
                    consumer = consumers.get();
                    current = consumer;
                    reading.read(consumer, this::isWanted);
                } catch (WakeupException stopping) {
                    log.atDebug().addKeyValue("reader", name).log("woken up");
                } catch (RuntimeException failed) {
                    log.atError().addKeyValue("reader", name).setCause(failed).log("reading failed, starting over");
                    pause();
                } finally {
                    current = null;
                    close(consumer);
                }
            }
        }

        /** Kafka may be away, which must not keep the next consumer from its work. */
        private void close(@Nullable Consumer<byte[], byte[]> consumer) {
            try {
                if (consumer != null) {
                    consumer.close(CloseOptions.timeout(GOODBYE));
                }
            } catch (KafkaException away) {
                log.atWarn()
                        .addKeyValue("reader", name)
                        .addKeyValue("cause", away.toString())
                        .log("left without saying goodbye");
            }
        }

        private boolean isWanted() {
            return ended.getCount() > 0;
        }

        private void pause() {
            try {
                ended.await(retry.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                ended.countDown();
            }
        }

        private void end() {
            ended.countDown();
            Consumer<byte[], byte[]> consumer = current;
            if (consumer != null) {
                consumer.wakeup();
            }
            try {
                thread.join(GOODBYE.multipliedBy(2).toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
