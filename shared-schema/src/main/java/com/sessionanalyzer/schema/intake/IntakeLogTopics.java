package com.sessionanalyzer.schema.intake;

import com.sessionanalyzer.schema.topic.TopicLayout;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics that the intake of all domains shares. */
public final class IntakeLogTopics {

    /** Table of deliveries: {@link DeliveryKey} to {@link Delivery}. */
    public static final String DELIVERIES = "intake-deliveries";

    /** Table of counts: {@link IntakeCountKey} to {@link IntakeCount}. */
    public static final String COUNTS = "intake-counts";

    private static final int MAX_BYTES = 1 << 20;

    private IntakeLogTopics() {}

    /** Both topics. Counts are few, so they have one partition; but each transaction writes some. */
    public static List<NewTopic> all(int partitions) {
        return List.of(
                TopicLayout.table(DELIVERIES, partitions, MAX_BYTES),
                TopicLayout.rewrittenTable(COUNTS, 1, MAX_BYTES, Duration.ZERO));
    }
}
