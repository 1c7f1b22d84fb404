package com.sessionanalyzer.query.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells topics from others of the same name: one that was deleted and made anew has another id.
 *
 * @param admins makes the administrator that is asked, and closed after each question
 */
public record TopicIds(Supplier<Admin> admins, Duration timeout) {

    private static final Logger log = LoggerFactory.getLogger(TopicIds.class);

    /** The ids of topics by name; none when Kafka does not answer, or has not got all of them. */
    public Map<String, Uuid> of(Collection<String> topics) {
        try (Admin admin = admins.get()) {
            return admin
                    .describeTopics(topics)
                    .allTopicNames()
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .values()
                    .stream()
                    .collect(Collectors.toMap(TopicDescription::name, TopicDescription::topicId));
        } catch (ExecutionException | TimeoutException away) {
            log.atWarn()
                    .addKeyValue("topics", topics)
                    .addKeyValue("cause", away.toString())
                    .log("Kafka does not say which topics these are");
            return Map.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }
}
