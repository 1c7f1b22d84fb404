package com.sessionanalyzer.torture;

import com.sessionanalyzer.schema.session.SessionTopics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes messages to the topic of submissions, as any producer does: what the broker acknowledged must be there. */
final class Submissions implements Client, AutoCloseable {

    private static final int MESSAGES = 10;
    private static final byte[] NDJSON = "application/x-ndjson".getBytes(StandardCharsets.UTF_8);

    private final KafkaProducer<byte[], byte[]> producer;
    private final Turnstile turnstile;
    private final Journal journal;
    private final Random random;
    private int number;

    Submissions(String bootstrapServers, Turnstile turnstile, Journal journal, long seed) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.turnstile = turnstile;
        this.journal = journal;
        this.random = new Random(seed);
    }

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public void step() throws InterruptedException {
        List<List<Review>> messages = new ArrayList<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int message = 0; message < MESSAGES; message++) {
            List<Review> reviews = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                Review review = Review.random("stream-" + number++, random);
                reviews.add(random.nextInt(40) == 0 ? review.broken() : review);
                journal.sent(review.mark(), review.sessions());
            }
            messages.add(reviews);
            sent.add(producer.send(message(reviews)));
        }
        for (int message = 0; message < MESSAGES; message++) {
            if (isAcknowledged(sent.get(message))) {
                messages.get(message).forEach(this::acknowledged);
            }
        }
        turnstile.pause(100 + random.nextInt(200));
    }

    private void acknowledged(Review review) {
        if (review.sessions() < 0) {
            journal.rejected(review.mark());
        } else {
            journal.recorded(review.mark(), review.sessions());
        }
    }

    private static boolean isAcknowledged(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
            return true;
        } catch (ExecutionException nobodyKnows) {
            return false;
        }
    }

    private static ProducerRecord<byte[], byte[]> message(List<Review> reviews) {
        StringBuilder lines = new StringBuilder();
        reviews.forEach(review -> lines.append(review.json()).append('\n'));
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(SessionTopics.SUBMISSIONS, lines.toString().getBytes(StandardCharsets.UTF_8));
        message.headers().add("content-type", NDJSON);
        return message;
    }

    @Override
    public void close() {
        producer.close();
    }
}
