package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads the topic of submissions on a thread of its own, and waits while Kafka does not take what comes of them. */
final class SubmissionConsumer implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionConsumer.class);
    private static final int AFTER_THE_LOG = 10;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Function<String, SubmissionIds> ids;
    private final SubmissionSettling settling;
    private final SubmissionState state;
    private final Supplier<String> refusal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this, "submissions");
    private volatile @Nullable Consumer<byte[], byte[]> current;

    /**
     * A consumer that does not read yet.
     *
     * @param refusal why the log takes nothing any more; empty while it does
     */
    SubmissionConsumer(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Function<String, SubmissionIds> ids,
            SubmissionSettling settling,
            SubmissionState state,
            Supplier<String> refusal) {
        this.consumers = consumers;
        this.ids = ids;
        this.settling = settling;
        this.state = state;
        this.refusal = refusal;
        thread.setDaemon(true);
    }

    /** Goes on after every failure, an error too: nobody else would. */
    @Override
    public void run() {
        while (isWanted()) {
            Consumer<byte[], byte[]> consumer = null;
            try {
                SubmissionIds topic = ids.apply(SessionTopics.SUBMISSIONS);
                consumer = consumers.get();
                current = consumer;
                consumer.subscribe(List.of(SessionTopics.SUBMISSIONS));
                while (isWanted()) {
                    round(consumer, topic);
                }
            } catch (WakeupException | InterruptException stopping) {
                LOG.atDebug().log("Submissions are not read any more");
            } catch (InterruptedException interrupted) {
                ended.countDown();
            } catch (RuntimeException | Error failed) {
                Duration rest = state.failed(failed);
                LOG.atError()
                        .addKeyValue("rest", rest)
                        .setCause(failed)
                        .log("Reading submissions failed, starting over");
                pause(rest);
            } finally {
                current = null;
                close(consumer);
            }
        }
    }

    private void round(Consumer<byte[], byte[]> consumer, SubmissionIds topic) throws InterruptedException {
        ConsumerRecords<byte[], byte[]> messages = consumer.poll(POLL);
        try {
            settling.settle(messages, topic, consumer.groupMetadata());
            state.works();
        } catch (LogUnavailableException unavailable) {
            LOG.atWarn()
                    .addKeyValue("cause", String.valueOf(unavailable.getCause()))
                    .log("Kafka does not take what submissions become; trying again");
            rewind(consumer, messages);
            pause(state.failed(unavailable));
        }
    }

    /** What was settled of these is recognized and left out. */
    private static void rewind(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> messages) {
        Set<TopicPartition> assigned = consumer.assignment();
        for (TopicPartition partition : messages.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> unsettled = messages.records(partition);
            if (assigned.contains(partition)) {
                consumer.seek(partition, unsettled.get(0).offset());
            }
        }
    }

    private static void close(@Nullable Consumer<byte[], byte[]> consumer) {
        try {
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(GOODBYE));
            }
        } catch (KafkaException away) {
            LOG.atDebug().setCause(away).log("Left without saying goodbye");
        }
    }

    private boolean isWanted() {
        return ended.getCount() > 0 && refusal.get().isEmpty();
    }

    private void pause(Duration rest) {
        try {
            if (ended.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            ended.countDown();
        }
    }

    SubmissionState state() {
        return state;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
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

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    @Override
    public int getPhase() {
        return AFTER_THE_LOG;
    }
}
