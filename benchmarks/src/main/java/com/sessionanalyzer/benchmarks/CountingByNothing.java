package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.schema.session.SessionTopics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** Reads every record exactly once and does nothing: what Kafka Streams itself costs. */
final class CountingByNothing {

    static final String APPLICATION_ID = "benchmark-nothing";

    private CountingByNothing() {}

    public static void main(String[] arguments) {
        Topology topology = new Topology()
                .addSource("records", new ByteArrayDeserializer(), new ByteArrayDeserializer(), SessionTopics.RECORDS)
                .addProcessor("nothing", Nothing::new, "records");
        PlainStreams.run(APPLICATION_ID, topology, arguments);
    }

    /** Does nothing. */
    private static final class Nothing implements Processor<byte[], byte[], Void, Void> {

        @Override
        public void process(Record<byte[], byte[]> ignored) {
            // that is the point
        }
    }
}
