package com.sessionanalyzer.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes messages as any producer would. */
public final class Submissions {

    private Submissions() {}

    /** Writes a message and returns when the broker has it. */
    public static void send(String bootstrapServers, String topic, Map<String, String> headers, byte[] value) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(bootstrapServers, message);
    }

    /** Writes the tombstone of a key and returns when the broker has it. */
    public static void erase(String bootstrapServers, String topic, byte[] key) {
        send(bootstrapServers, new ProducerRecord<>(topic, key, null));
    }

    private static void send(String bootstrapServers, ProducerRecord<byte[], byte[]> message) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("could not write a message", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing a message", interrupted);
        }
    }
}
