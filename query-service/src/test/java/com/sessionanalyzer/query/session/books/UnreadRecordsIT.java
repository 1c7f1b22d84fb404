package com.sessionanalyzer.query.session.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.session.books.UnreadRecords.Unread;
import com.sessionanalyzer.testing.TestKafka;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A topic written in transactions: record, marker, record, marker. */
class UnreadRecordsIT {

    private static Admin admin;
    private static Consumer<byte[], byte[]> looking;
    private final TopicPartition first;
    private final TopicPartition second;
    private Producer<byte[], byte[]> producer;

    UnreadRecordsIT(TestInfo test) {
        String topic = "unread-" + test.getTestMethod().orElseThrow().getName();
        this.first = new TopicPartition(topic, 0);
        this.second = new TopicPartition(topic, 1);
    }

    @BeforeAll
    static void connect() {
        admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()));
        looking = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @AfterAll
    static void disconnect() {
        looking.close();
        admin.close();
    }

    @BeforeEach
    void write() throws Exception {
        admin.createTopics(List.of(new NewTopic(first.topic(), 2, (short) 1)))
                .all()
                .get();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestKafka.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "unread-records"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        transaction(1_000, first);
        producer.commitTransaction();
        transaction(2_000, first);
        commit();
    }

    @AfterEach
    void leave() {
        producer.close();
    }

    @Test
    void countsNoMarkersAtTheEnd() {
        assertThat(between(Map.of(first, 3L))).isEqualTo(new Unread(0, null));
    }

    @Test
    void countsNothingThatWasTakenBack() throws Exception {
        transaction(3_000, first, second);
        producer.abortTransaction();

        assertThat(between(Map.of(first, 3L, second, 0L))).isEqualTo(new Unread(0, null));
    }

    @Test
    void countsFromTheFirstRecordThatIsNotRead() {
        assertThat(between(Map.of(first, 1L))).isEqualTo(new Unread(2, 2_000L));
    }

    @Test
    void findsTheOldestOfAllPartitions() throws Exception {
        transaction(500, second);
        commit();

        assertThat(between(Map.of(first, 0L, second, 0L))).isEqualTo(new Unread(6, 500L));
        assertThat(between(Map.of(first, 3L, second, 0L))).isEqualTo(new Unread(2, 500L));
    }

    @Test
    void countsWhatATransactionStillHoldsBack() throws Exception {
        transaction(3_000, second);

        assertThat(between(Map.of(first, 3L, second, 0L))).isEqualTo(new Unread(1, null));
    }

    /** Begins a transaction, and returns when the broker has the record of each partition. */
    private void transaction(long timestamp, TopicPartition... partitions) throws Exception {
        producer.beginTransaction();
        for (TopicPartition partition : partitions) {
            write(partition, timestamp);
        }
    }

    /** Returns when the markers are written, which the broker does after it has answered. */
    private void commit() {
        producer.commitTransaction();
        await().until(() -> Stream.of(first, second).allMatch(partition -> committedEnd(partition) == end(partition)));
    }

    private static long committedEnd(TopicPartition partition) {
        return Objects.requireNonNull(looking.endOffsets(List.of(partition)).get(partition));
    }

    private void write(TopicPartition partition, long timestamp) throws Exception {
        producer.send(new ProducerRecord<>(
                        partition.topic(), partition.partition(), timestamp, new byte[0], new byte[0]))
                .get();
    }

    private static Unread between(Map<TopicPartition, Long> from) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        from.keySet().forEach(partition -> ends.put(partition, end(partition)));
        return new UnreadRecords(looking).between(from, ends);
    }

    private static long end(TopicPartition partition) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
        }
    }
}
