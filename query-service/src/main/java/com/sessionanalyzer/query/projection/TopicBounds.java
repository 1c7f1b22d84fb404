package com.sessionanalyzer.query.projection;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where the partitions of a topic begin and end, which tells whether stored offsets can be of this topic. */
record TopicBounds(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {

    static TopicBounds of(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        return new TopicBounds(consumer.beginningOffsets(partitions), consumer.endOffsets(partitions));
    }

    /**
     * Where to go on when this is the next offset.
     *
     * @throws IllegalStateException when the topic is shorter than what was read of it: it is another one
     */
    long startFrom(TopicPartition partition, long next) {
        long end = ends.getOrDefault(partition, 0L);
        if (next > end) {
            throw new IllegalStateException("the database contains " + partition + " up to offset " + next
                    + ", but the topic ends at " + end
                    + "; it was made anew, so empty the tables and projection_offset too (or use --fresh)");
        }
        return Math.max(next, beginnings.getOrDefault(partition, 0L));
    }
}
