package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what the ingest service says about deliveries, from the first that it ever said. */
final class DeliveryTable implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final byte[] prefix;
    private long heard = System.nanoTime();

    /**
     * A table of which nothing is read yet.
     *
     * @param prefix what the keys begin with that are of interest
     */
    DeliveryTable(Target target, byte[] prefix) {
        this.prefix = prefix.clone();
        this.consumer = new KafkaConsumer<>(settings(target));
        try {
            this.partitions = consumer.partitionsFor(IntakeLogTopics.DELIVERIES).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        } catch (KafkaException failed) {
            consumer.close();
            throw failed;
        }
    }

    private static Map<String, Object> settings(Target target) {
        Map<String, Object> settings = new HashMap<>(target.connection());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    /**
     * Shows some more of it, waiting a moment for that.
     *
     * @throws KafkaException when Kafka does not answer any more
     */
    void read(BiConsumer<DeliveryKey, Delivery> visitor) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        requireKafka(!polled.isEmpty());
        for (ConsumerRecord<byte[], byte[]> entry : polled) {
            if (entry.value() != null && isOfInterest(entry.key())) {
                visitor.accept(DeliveryKey.decode(entry.key()), Delivery.decode(entry.value()));
            }
        }
    }

    /** Shows everything that is committed by now. */
    void readAll(BiConsumer<DeliveryKey, Delivery> visitor) {
        Map<TopicPartition, Long> ends = ends();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            read(visitor);
        }
    }

    /** A consumer waits in silence for Kafka to come back; asked for an end, it says that there is no answer. */
    private void requireKafka(boolean hasAnswered) {
        if (hasAnswered) {
            heard = System.nanoTime();
        } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
            ends();
            heard = System.nanoTime();
        }
    }

    private Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    private boolean isOfInterest(byte[] key) {
        return key.length >= prefix.length && Arrays.equals(prefix, 0, prefix.length, key, 0, prefix.length);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
