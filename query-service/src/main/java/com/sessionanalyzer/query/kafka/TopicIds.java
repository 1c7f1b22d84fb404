package com.sessionanalyzer.query.kafka;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;

/**
 * Tells topics from others of the same name: one that was deleted and made anew has another id.
 *
 * @param admins makes the administrator that is asked, and closed after each question
 */
public record TopicIds(Supplier<Admin> admins, Duration timeout) {

    /** The ids of topics by name; none when Kafka does not answer, or has not got all of them. */
    public Map<String, Uuid> of(Collection<String> topics) {
        try (Admin admin = admins.get()) {
            return KafkaAnswer.await(
                            admin.describeTopics(topics).allTopicNames(), timeout, "which topics these are", topics)
                    .map(TopicIds::ids)
                    .orElse(Map.of());
        }
    }

    private static Map<String, Uuid> ids(Map<String, TopicDescription> described) {
        return described.values().stream().collect(toMap(TopicDescription::name, TopicDescription::topicId));
    }
}
