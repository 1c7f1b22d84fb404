package com.sessionanalyzer.query.session;

import static java.util.stream.Collectors.toMap;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of records as a place to delete from; a broker that does not answer is a problem for the caller. */
final class RecordsTopic implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RecordsTopic.class);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Admin admin;
    private final Producer<byte[], byte[]> producer;
    private final int partitions;
    private final Duration timeout;

    RecordsTopic(Admin admin, Producer<byte[], byte[]> producer, int partitions, Duration timeout) {
        this.admin = admin;
        this.producer = producer;
        this.partitions = partitions;
        this.timeout = timeout;
    }

    /** The position of everything that is committed now. */
    Position end() {
        Map<TopicPartition, OffsetSpec> wanted = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(SessionTopics.RECORDS, partition))
                .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                answer(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        SortedMap<Integer, Long> last = new TreeMap<>();
        ends.forEach((partition, end) -> {
            if (end.offset() > 0) {
                last.put(partition.partition(), end.offset() - 1);
            }
        });
        return new Position(last);
    }

    /** Publishes the tombstone of this key, and answers when all replicas have it. */
    Position delete(SessionRecordKey key) {
        int partition = key.partition(partitions);
        RecordMetadata written =
                answer(send(new ProducerRecord<byte[], byte[]>(SessionTopics.RECORDS, partition, key.encode(), null)));
        return Position.of(written.partition(), written.offset());
    }

    @Override
    public void close() {
        producer.close(GOODBYE);
        admin.close(GOODBYE);
    }

    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> tombstone) {
        try {
            return producer.send(tombstone);
        } catch (KafkaException away) {
            throw unavailable(away);
        }
    }

    private <T> T answer(Future<T> future) {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw unavailable(away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable(interrupted);
        }
    }

    private static ProblemException unavailable(Exception cause) {
        log.atWarn()
                .addKeyValue("topic", SessionTopics.RECORDS)
                .addKeyValue("cause", cause.toString())
                .log("Kafka is away");
        return ProblemException.of(
                ProblemType.UNAVAILABLE, "Nothing was deleted, because Kafka does not answer at the moment.");
    }
}
