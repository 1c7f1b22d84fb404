package com.sessionanalyzer.standalone.verify;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One entry of the topic of records, as it stands there. */
record LogEntry(int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {

    static LogEntry of(ConsumerRecord<byte[], byte[]> entry) {
        return new LogEntry(entry.partition(), entry.offset(), entry.key(), entry.value());
    }
}
