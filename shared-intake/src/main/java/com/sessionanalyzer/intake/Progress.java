package com.sessionanalyzer.intake;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer has come with a batch that it made from what it read. */
public record Progress(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {

    public Progress {
        offsets = Map.copyOf(offsets);
    }
}
