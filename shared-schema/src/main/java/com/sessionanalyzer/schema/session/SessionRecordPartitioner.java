package com.sessionanalyzer.schema.session;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/** Sends session records to their customer's partition, and records of other topics to that of their whole key. */
public final class SessionRecordPartitioner implements Partitioner {

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        int partitions = cluster.partitionCountForTopic(topic);
        return topic.equals(SessionTopics.RECORDS)
                ? SessionRecordKey.decode(keyBytes).partition(partitions)
                : Utils.toPositive(Utils.murmur2(keyBytes)) % partitions;
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // nothing varies
    }

    @Override
    public void close() {
        // holds nothing
    }
}
