package com.sessionanalyzer.query.projection;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record stands in its topic.
 *
 * @param at its timestamp
 */
public record Place(int partition, long offset, Instant at) {

    static Place of(ConsumerRecord<?, ?> entry) {
        return new Place(entry.partition(), entry.offset(), Instant.ofEpochMilli(entry.timestamp()));
    }

    /** As values of three columns. */
    public List<String> columns() {
        return List.of(Integer.toString(partition), Long.toString(offset), at.toString());
    }
}
