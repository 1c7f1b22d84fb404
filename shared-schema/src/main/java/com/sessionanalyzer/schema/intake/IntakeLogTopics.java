package com.sessionanalyzer.schema.intake;

import com.sessionanalyzer.schema.topic.TopicLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that the intake of all domains shares. */
public final class IntakeLogTopics {

    /** Table of deliveries: {@link DeliveryKey} to {@link Delivery}. */
    public static final String DELIVERIES = "intake-deliveries";

    /** Table of counts: {@link IntakeCountKey} to {@link IntakeCount}. */
    public static final String COUNTS = "intake-counts";

    private static final int MAX_BYTES = 1 << 20;
    private static final int SEGMENT_BYTES = 16 << 20;

    private IntakeLogTopics() {}

    /**
     * Both topics. Counts are few, so they have one partition; but each transaction writes some, so their segments are small
     * and end soon, lest a start reads many old ones.
     */
    public static List<NewTopic> all(int partitions) {
        return List.of(TopicLayout.table(DELIVERIES, partitions, MAX_BYTES), counts());
    }

    private static NewTopic counts() {
        NewTopic counts = TopicLayout.table(COUNTS, 1, MAX_BYTES);
        Map<String, String> settings = new HashMap<>(counts.configs());
        settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(SEGMENT_BYTES));
        settings.put(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1");
        return counts.configs(settings);
    }
}
