package com.sessionanalyzer.analytics.streams;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.Topology;

/**
 * What one domain runs as an application of its own, so that no other domain can renumber or stall it.
 *
 * @param applicationId names the consumer group, the state directory and the internal topics; never changes
 * @param topology      built anew for every start
 * @param topics        there before the application starts
 * @param deadLetters   where Kafka Streams puts what it gives up
 */
public record StreamsDomain(
        String applicationId, Supplier<Topology> topology, List<NewTopic> topics, String deadLetters) {

    public StreamsDomain {
        topics = List.copyOf(topics);
    }
}
