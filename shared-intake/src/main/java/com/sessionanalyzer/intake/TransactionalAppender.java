package com.sessionanalyzer.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Appends several messages in one transaction, one after the other; a producer that failed is replaced. */
final class TransactionalAppender {

    private final ProducerSettings settings;
    private final Duration startTimeout;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Producer<byte[], byte[]> producer;

    TransactionalAppender(ProducerSettings settings, Duration startTimeout) {
        this.settings = settings;
        this.startTimeout = startTimeout;
    }

    List<Place> append(List<ProducerRecord<byte[], byte[]>> messages) {
        long deadline = System.nanoTime() + settings.timeout().toNanos() * 2 / 3;
        takeTurn(deadline);
        try {
            return appendBy(deadline, messages);
        } catch (KafkaException | ExecutionException | TimeoutException failed) {
            discard();
            throw new LogUnavailableException("the log did not confirm a transaction", failed);
        } catch (InterruptedException interrupted) {
            discard();
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("interrupted while publishing", interrupted);
        } finally {
            turn.unlock();
        }
    }

    private List<Place> appendBy(long deadline, List<ProducerRecord<byte[], byte[]>> messages)
            throws ExecutionException, InterruptedException, TimeoutException {
        Producer<byte[], byte[]> open = producer();
        open.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
        for (ProducerRecord<byte[], byte[]> message : messages) {
            sent.add(open.send(message));
        }
        List<Place> places = new ArrayList<>(messages.size());
        for (Future<RecordMetadata> future : sent) {
            RecordMetadata stored = future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            places.add(new Place(stored.partition(), stored.offset()));
        }
        open.commitTransaction();
        return places;
    }

    private void takeTurn(long deadline) {
        try {
            if (turn.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
            throw new LogUnavailableException("too many posts are waiting for the log", null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("interrupted while waiting for the log", interrupted);
        }
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings.transactional());
            producer.initTransactions();
        }
        return producer;
    }

    /** Opens the producer, as patiently as a broker that only just started needs. */
    void open() {
        long deadline = System.nanoTime() + startTimeout.toNanos();
        turn.lock();
        try {
            while (!isOpen(deadline)) {
                discard();
            }
        } finally {
            turn.unlock();
        }
    }

    private boolean isOpen(long deadline) {
        try {
            producer();
            return true;
        } catch (org.apache.kafka.common.errors.TimeoutException late) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Kafka did not open transactions within " + startTimeout, late);
            }
            return false;
        }
    }

    /** Drops the producer at once; what its transaction left open is aborted by the next one, or by the broker. */
    private void discard() {
        Producer<byte[], byte[]> failed = producer;
        producer = null;
        if (failed != null) {
            failed.close(Duration.ZERO);
        }
    }

    void close() {
        turn.lock();
        try {
            discard();
        } finally {
            turn.unlock();
        }
    }
}
