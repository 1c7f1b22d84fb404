package com.sessionanalyzer.analytics.cube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sessionanalyzer.schema.UnreadableEventException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** A source record that cannot be read, with its cause in the headers that Kafka Streams' own dead letters have too. */
final class DeadLetter {

    static final String EXCEPTION = "__streams.errors.exception";
    static final String MESSAGE = "__streams.errors.message";
    static final String TOPIC = "__streams.errors.topic";
    static final String PARTITION = "__streams.errors.partition";
    static final String OFFSET = "__streams.errors.offset";

    private DeadLetter() {}

    static Record<byte[], byte[]> of(
            Record<byte[], byte[]> source, RecordMetadata origin, UnreadableEventException cause) {
        Headers headers = new RecordHeaders(source.headers())
                .add(EXCEPTION, cause.getClass().getName().getBytes(UTF_8))
                .add(MESSAGE, String.valueOf(cause.getMessage()).getBytes(UTF_8))
                .add(TOPIC, origin.topic().getBytes(UTF_8))
                .add(PARTITION, Integer.toString(origin.partition()).getBytes(UTF_8))
                .add(OFFSET, Long.toString(origin.offset()).getBytes(UTF_8));
        return source.withHeaders(headers);
    }
}
