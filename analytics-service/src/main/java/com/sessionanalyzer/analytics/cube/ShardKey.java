package com.sessionanalyzer.analytics.cube;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Key of an emitted entry with the shard that emits it, which is the partition it must go to. */
record ShardKey(int shard, Bytes key) {

    static ShardKey of(int shard, byte[] key) {
        return new ShardKey(shard, Bytes.wrap(key));
    }

    static Serializer<ShardKey> serializer() {
        return (topic, key) -> key.key.get();
    }

    static StreamPartitioner<ShardKey, byte[]> partitioner() {
        return (topic, key, value, partitions) -> Optional.of(Set.of(key.shard));
    }
}
