package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows what becomes of the records of a load, as the table of deliveries says. */
final class Following {

    private static final String DOMAIN = "session";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Target target;
    private final Interruption interruption;
    private final Display display;

    Following(Target target, Interruption interruption, Display display) {
        this.target = target;
        this.interruption = interruption;
        this.display = display;
    }

    /**
     * Waits until each record has its fate, or until an interruption.
     *
     * @throws PlainFailure when nothing becomes of them for two minutes
     */
    Settled follow(Sent sent) {
        byte[] prefix = DeliveryKey.whole(target.organization(), DOMAIN, DeliveryKind.IMPORT, sent.delivery())
                .prefix();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            assign(consumer);
            return follow(consumer, prefix, sent.progress().records());
        } catch (KafkaException failed) {
            throw new PlainFailure(
                    "All records are sent, but what becomes of them cannot be read: " + failed.getMessage(), failed);
        } finally {
            display.end();
        }
    }

    private Settled follow(KafkaConsumer<byte[], byte[]> consumer, byte[] prefix, long records) {
        Map<String, Delivery> parts = new HashMap<>();
        Settled settled = Settled.of(parts.values());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (settled.received() < records && !interruption.isRequested()) {
            for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                take(entry, prefix, parts);
            }
            Settled now = Settled.of(parts.values());
            deadline = now.received() > settled.received() ? System.nanoTime() + PATIENCE.toNanos() : deadline;
            settled = now;
            display.show("Settled", settled.received(), -1, (double) settled.received() / records);
            if (System.nanoTime() - deadline > 0) {
                throw new PlainFailure("All " + records + " records are sent, but only " + settled.received()
                        + " are settled, and for two minutes no more became so. Is the ingest service running?"
                        + " Nothing is lost; run it again to see.");
            }
        }
        return settled;
    }

    private static void take(ConsumerRecord<byte[], byte[]> entry, byte[] prefix, Map<String, Delivery> parts) {
        byte[] key = entry.key();
        if (entry.value() == null || key.length < prefix.length || !isPrefix(prefix, key)) {
            return;
        }
        parts.put(DeliveryKey.decode(key).part(), Delivery.decode(entry.value()));
    }

    private static boolean isPrefix(byte[] prefix, byte[] key) {
        return Arrays.equals(prefix, 0, prefix.length, key, 0, prefix.length);
    }

    private static void assign(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(IntakeLogTopics.DELIVERIES).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(target.connection());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
