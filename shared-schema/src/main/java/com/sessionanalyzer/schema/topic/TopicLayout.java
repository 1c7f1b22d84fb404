package com.sessionanalyzer.schema.topic;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** The kinds of topics there are; the replication factor is the broker's default. */
public final class TopicLayout {

    private static final String FOREVER = "-1";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int SEGMENT_BYTES = 16 << 20;
    private static final Duration SEGMENT = Duration.ofMinutes(10);
    private static final String DIRTY_RATIO = "0.1";

    private TopicLayout() {}

    /** A table whose older versions may go at once; tombstones stay a week. */
    public static NewTopic table(String name, int partitions, int maxBytes) {
        return table(name, partitions, maxBytes, Duration.ZERO);
    }

    /**
     * A table whose keys are written again and again, and which is read from its beginning at each start: its segments end
     * soon, so that older versions really go. No message may be larger than a segment.
     *
     * @param minCompactionLag how long older versions stay; a reader that lags less sees each
     */
    public static NewTopic rewrittenTable(String name, int partitions, int maxBytes, Duration minCompactionLag) {
        NewTopic table = table(name, partitions, maxBytes, minCompactionLag);
        Map<String, String> settings = new HashMap<>(table.configs());
        settings.put(SEGMENT_BYTES_CONFIG, Integer.toString(SEGMENT_BYTES));
        settings.put(SEGMENT_MS_CONFIG, Long.toString(SEGMENT.toMillis()));
        settings.put(MIN_CLEANABLE_DIRTY_RATIO_CONFIG, DIRTY_RATIO);
        return table.configs(settings);
    }

    /** A table whose older versions stay a week, so a reader that lags less sees each; tombstones too. */
    public static NewTopic historicalTable(String name, int partitions, int maxBytes) {
        return table(name, partitions, maxBytes, WEEK);
    }

    /** A log that is kept forever. */
    public static NewTopic log(String name, int partitions, int maxBytes) {
        return log(name, partitions, maxBytes, FOREVER);
    }

    /** A log whose entries go after some time. */
    public static NewTopic log(String name, int partitions, int maxBytes, Duration retention) {
        return log(name, partitions, maxBytes, Long.toString(retention.toMillis()));
    }

    private static NewTopic table(String name, int partitions, int maxBytes, Duration minCompactionLag) {
        return topic(name, partitions)
                .configs(Map.of(
                        CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT,
                        MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(minCompactionLag.toMillis()),
                        DELETE_RETENTION_MS_CONFIG, Long.toString(WEEK.toMillis()),
                        COMPRESSION_TYPE_CONFIG, "producer",
                        MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes)));
    }

    private static NewTopic log(String name, int partitions, int maxBytes, String retention) {
        return topic(name, partitions)
                .configs(Map.of(
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_DELETE,
                        RETENTION_MS_CONFIG,
                        retention,
                        COMPRESSION_TYPE_CONFIG,
                        "producer",
                        MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(maxBytes)));
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }
}
