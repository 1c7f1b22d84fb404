package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.topic.TopicLayout;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the session domain and their settings. */
public final class SessionTopics {

    /** The domain's name in keys that domains share. */
    public static final String DOMAIN = "session";

    /** Table of records: {@link SessionRecordKey} to {@link SessionRecord}, or a tombstone. */
    public static final String RECORDS = "session-records";

    /** What was not recorded, why, and what became of it: {@link SessionRejection#key()} to {@link SessionRejection}. */
    public static final String REJECTIONS = "session-rejections";

    /** Aggregates per shard. */
    public static final String CUBE = "session-cube";

    /** Customers per shard. */
    public static final String CUSTOMERS = "customer-activity";

    /** What in {@code session-records} could not be read, with its cause in the headers. */
    public static final String DEAD_LETTERS = "session-dead-letters";

    /** What was decided about two customers, each: {@link CustomerLinkKey} to {@link CustomerLink}, or a tombstone. */
    public static final String ALIASES = "customer-aliases";

    /** What any producer writes for ingest to read: text, JSON lines or CSV, as the header {@code content-type} says. */
    public static final String SUBMISSIONS = "session-submissions";

    /** The group that counts records into the cube. */
    public static final String COUNTING_GROUP = "session-analytics";

    /** The group that reads submissions. */
    public static final String SUBMISSIONS_GROUP = "csa-submissions";

    /** Bytes that a submission may take. */
    public static final int MAX_SUBMISSION_BYTES = 8 << 20;

    /** Bytes that a record, a rejection or a dead letter may take. */
    public static final int MAX_RECORD_BYTES = 2 << 20;

    /** Bytes that an aggregate may take; a customer's grows with the routes its records have. */
    public static final int MAX_AGGREGATE_BYTES = 16 << 20;

    private static final int MAX_ALIAS_BYTES = 1 << 16;

    /** A reader of aggregates that lags less, or takes less to load them, sees each version, and so no moment that never was. */
    private static final Duration LONGEST_LAG = Duration.ofHours(1);

    private static final Duration SUBMISSIONS_RETENTION = Duration.ofDays(30);

    private SessionTopics() {}

    /**
     * All topics, with as many partitions each. A version of a record is kept for at least a week after a newer one came, so
     * a ledger that lags less can still retract it. Submissions are kept for a month, so that a fault in reading them can be
     * found and put right.
     */
    public static List<NewTopic> all(int partitions) {
        return List.of(
                TopicLayout.historicalTable(RECORDS, partitions, MAX_RECORD_BYTES),
                TopicLayout.historicalTable(REJECTIONS, partitions, MAX_RECORD_BYTES),
                TopicLayout.rewrittenTable(CUBE, partitions, MAX_AGGREGATE_BYTES, LONGEST_LAG),
                TopicLayout.rewrittenTable(CUSTOMERS, partitions, MAX_AGGREGATE_BYTES, LONGEST_LAG),
                TopicLayout.log(DEAD_LETTERS, 1, MAX_RECORD_BYTES),
                TopicLayout.log(SUBMISSIONS, partitions, MAX_SUBMISSION_BYTES, SUBMISSIONS_RETENTION));
    }

    /** What people decide about customers, in one partition: what is decided later builds on what was decided before. */
    public static List<NewTopic> decisions() {
        return List.of(TopicLayout.table(ALIASES, 1, MAX_ALIAS_BYTES));
    }
}
