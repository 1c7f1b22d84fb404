package com.sessionanalyzer.analytics.streams;

import java.util.stream.DoubleStream;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** What Kafka Streams measures itself. */
final class StreamsMeasures {

    private StreamsMeasures() {}

    /** The values of one measure, of each thread, as far as there are any yet. */
    static DoubleStream of(@Nullable KafkaStreams streams, String group, String name) {
        return streams == null
                ? DoubleStream.empty()
                : streams.metrics().values().stream()
                        .filter(metric -> metric.metricName().group().equals(group)
                                && metric.metricName().name().equals(name))
                        .mapToDouble(metric -> metric.metricValue() instanceof Double value ? value : Double.NaN)
                        .filter(Double::isFinite);
    }
}
