package com.sessionanalyzer.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The log in Kafka. A message alone goes through one shared idempotent producer; several go through a transaction. It opens
 * before the web server and closes after it.
 */
public final class KafkaRecordLog implements RecordLog, SmartLifecycle {

    private final Runnable preparation;
    private final ProducerSettings settings;
    private final List<String> topics;
    private final TransactionalAppender transactions;
    private volatile @Nullable Producer<byte[], byte[]> producer;

    /**
     * A log that is not open yet.
     *
     * @param preparation  makes sure that the topics are there
     * @param topics       that are published to
     * @param startTimeout for the first answer of the broker
     */
    public KafkaRecordLog(Runnable preparation, ProducerSettings settings, List<String> topics, Duration startTimeout) {
        this.preparation = preparation;
        this.settings = settings;
        this.topics = List.copyOf(topics);
        this.transactions = new TransactionalAppender(settings, startTimeout);
    }

    @Override
    public List<Place> append(List<ProducerRecord<byte[], byte[]>> messages) {
        return messages.size() == 1 ? List.of(append(messages.get(0))) : transactions.append(messages);
    }

    private Place append(ProducerRecord<byte[], byte[]> message) {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            throw new LogUnavailableException("the log is not open", null);
        }
        try {
            RecordMetadata stored = open.send(message).get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Place(stored.partition(), stored.offset());
        } catch (KafkaException | ExecutionException | TimeoutException failed) {
            throw new LogUnavailableException("the log did not confirm a message", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("interrupted while publishing", interrupted);
        }
    }

    @Override
    public void start() {
        preparation.run();
        Producer<byte[], byte[]> opened = new KafkaProducer<>(settings.idempotent());
        producer = opened;
        topics.forEach(opened::partitionsFor);
        transactions.open();
    }

    @Override
    public void stop() {
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(settings.timeout());
        }
        transactions.close();
    }

    @Override
    public boolean isRunning() {
        return producer != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
