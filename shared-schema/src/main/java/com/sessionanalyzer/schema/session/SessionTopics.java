package com.sessionanalyzer.schema.session;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the session domain and their settings. */
public final class SessionTopics {

    /** Table of records: {@link SessionRecordKey} to {@link SessionRecord}, or a tombstone. */
    public static final String RECORDS = "session-records";

    /** What was not recorded, and why. */
    public static final String REJECTIONS = "session-rejections";

    /** Aggregates per shard. */
    public static final String CUBE = "session-cube";

    /** Customers per shard. */
    public static final String CUSTOMERS = "customer-activity";

    /** What in {@code session-records} could not be read, with its cause in the headers. */
    public static final String DEAD_LETTERS = "session-dead-letters";

    /** Bytes that a record, a rejection or a dead letter may take. */
    public static final int MAX_RECORD_BYTES = 2 << 20;

    /** Bytes that an aggregate may take; a customer's grows with the routes its records have. */
    public static final int MAX_AGGREGATE_BYTES = 16 << 20;

    private static final String FOREVER = "-1";
    private static final String WEEK = Long.toString(Duration.ofDays(7).toMillis());

    private SessionTopics() {}

    /**
     * All topics, with as many partitions each; the replication factor is the broker's default. A version of a record is
     * kept for at least a week after a newer one came, so a ledger that lags less can still retract it; tombstones too.
     */
    public static List<NewTopic> all(int partitions) {
        return List.of(
                topic(RECORDS, partitions, compacted(WEEK, WEEK, MAX_RECORD_BYTES)),
                topic(REJECTIONS, partitions, kept()),
                topic(CUBE, partitions, compacted("0", WEEK, MAX_AGGREGATE_BYTES)),
                topic(CUSTOMERS, partitions, compacted("0", WEEK, MAX_AGGREGATE_BYTES)),
                topic(DEAD_LETTERS, 1, kept()));
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }

    private static Map<String, String> compacted(String minCompactionLag, String deleteRetention, int maxBytes) {
        return Map.of(
                CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT,
                MIN_COMPACTION_LAG_MS_CONFIG, minCompactionLag,
                DELETE_RETENTION_MS_CONFIG, deleteRetention,
                COMPRESSION_TYPE_CONFIG, "producer",
                MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes));
    }

    private static Map<String, String> kept() {
        return Map.of(
                CLEANUP_POLICY_CONFIG,
                CLEANUP_POLICY_DELETE,
                RETENTION_MS_CONFIG,
                FOREVER,
                COMPRESSION_TYPE_CONFIG,
                "producer",
                MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(MAX_RECORD_BYTES));
    }
}
