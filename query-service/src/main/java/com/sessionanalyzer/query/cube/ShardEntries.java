package com.sessionanalyzer.query.cube;

import static java.util.stream.Collectors.toMap;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.query.cube.ShardEntry.Progress;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sorts the records of all topics by shard, and gives out the batches that are complete. */
final class ShardEntries<P> {

    private static final Logger log = LoggerFactory.getLogger(ShardEntries.class);

    private final List<ShardTopic<P>> topics;
    private final Map<String, Integer> indexes;
    private final Map<Integer, Shard<P>> shards = new HashMap<>();

    ShardEntries(List<ShardTopic<P>> topics) {
        this.topics = List.copyOf(topics);
        this.indexes = IntStream.range(0, topics.size())
                .boxed()
                .collect(toMap(index -> topics.get(index).name(), index -> index));
    }

    List<Batch<P>> add(ConsumerRecord<byte[], byte[]> entry) {
        int topic = indexes.getOrDefault(entry.topic(), -1);
        try {
            return add(topic, topics.get(topic).reader().read(entry), entry);
        } catch (UnreadableEventException unreadable) {
            log.atError()
                    .addKeyValue("topic", entry.topic())
                    .addKeyValue("partition", entry.partition())
                    .addKeyValue("offset", entry.offset())
                    .log("skipped an entry that cannot be read");
            return List.of();
        }
    }

    private List<Batch<P>> add(int topic, ShardEntry<P> entry, ConsumerRecord<byte[], byte[]> read) {
        Shard<P> shard = shards.computeIfAbsent(entry.shard(), number -> new Shard<>(topics.size()));
        if (entry instanceof Progress<P> progress) {
            TopicPartition partition = new TopicPartition(read.topic(), read.partition());
            return shard.end(topic, progress, Map.of(partition, read.offset() + 1));
        }
        shard.add(topic, (Change<P>) entry);
        return List.of();
    }
}
