package com.sessionanalyzer.query.session.books;

import static java.util.stream.Collectors.toMap;

import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Where topics end, and how far groups have come. */
final class TopicOffsets {

    private final Admin admin;
    private final Duration timeout;

    TopicOffsets(Admin admin, Duration timeout) {
        this.admin = admin;
        this.timeout = timeout;
    }

    /** The next offset of each partition, what transactions that are still open have written included. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** The first offset of each partition that is still there. */
    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec wanted) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(admin.listOffsets(partitions.stream().collect(toMap(partition -> partition, partition -> wanted)))
                        .all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** The next offset that the group reads, of the partitions where it has read any. */
    Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        answer(admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .exceptionally(TopicOffsets::nothingOfAGroupThatIsNotThere))
                .forEach((partition, next) -> {
                    if (next != null) {
                        committed.put(partition, next.offset());
                    }
                });
        return committed;
    }

    static List<TopicPartition> partitions(String topic, int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** The position that contains everything before these offsets. */
    static Position before(Map<TopicPartition, Long> ends) {
        SortedMap<Integer, Long> last = new TreeMap<>();
        ends.forEach((partition, end) -> {
            if (end > 0) {
                last.put(partition.partition(), end - 1);
            }
        });
        return new Position(last);
    }

    private static Map<TopicPartition, OffsetAndMetadata> nothingOfAGroupThatIsNotThere(Throwable failed) {
        if (failed instanceof GroupIdNotFoundException || failed.getCause() instanceof GroupIdNotFoundException) {
            return Map.of();
        }
        throw new KafkaException("Kafka does not say how far a group is", failed);
    }

    private <T> T answer(Future<T> future) {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new KafkaException("Kafka does not say where its topics end", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking where topics end", interrupted);
        }
    }
}
