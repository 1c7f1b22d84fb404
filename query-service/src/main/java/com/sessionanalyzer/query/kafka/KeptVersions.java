package com.sessionanalyzer.query.kafka;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;

/** For how long a topic keeps every version of a key, as its settings say: nothing that is younger is compacted away. */
public final class KeptVersions {

    private static final Duration FOREVER = Duration.ofDays(100_000);

    private final Supplier<Admin> admins;
    private final ConfigResource topic;
    private final Duration timeout;

    /**
     * @param admins makes the administrator that is asked, and closed after each question
     */
    public KeptVersions(Supplier<Admin> admins, String topic, Duration timeout) {
        this.admins = admins;
        this.topic = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        this.timeout = timeout;
    }

    /** Empty when Kafka does not answer. */
    public Optional<Duration> read() {
        try (Admin admin = admins.get()) {
            return KafkaAnswer.await(
                            admin.describeConfigs(List.of(topic)).all(),
                            timeout,
                            "for how long a topic keeps old versions",
                            topic.name())
                    .map(all -> all.get(topic))
                    .map(KeptVersions::shortest);
        }
    }

    private static Duration shortest(Config config) {
        String policy = value(config, CLEANUP_POLICY_CONFIG);
        Duration compacted =
                policy.contains(CLEANUP_POLICY_COMPACT) ? millis(value(config, MIN_COMPACTION_LAG_MS_CONFIG)) : FOREVER;
        Duration deleted =
                policy.contains(CLEANUP_POLICY_DELETE) ? millis(value(config, RETENTION_MS_CONFIG)) : FOREVER;
        return compacted.compareTo(deleted) < 0 ? compacted : deleted;
    }

    private static Duration millis(String value) {
        long millis = Long.parseLong(value);
        return millis < 0 || millis > FOREVER.toMillis() ? FOREVER : Duration.ofMillis(millis);
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }
}
