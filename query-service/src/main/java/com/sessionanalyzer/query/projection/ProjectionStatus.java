package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.kafka.KafkaContact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether one topic's rows are being kept up to date by this process. */
final class ProjectionStatus {

    private static final Duration USUAL_SILENCE = Duration.ofSeconds(5);

    private final KafkaContact contact = new KafkaContact(USUAL_SILENCE);
    private volatile boolean begun;
    private volatile @Nullable String trouble;

    /** Whether Kafka answers the reader, and how far it is behind. */
    KafkaContact contact() {
        return contact;
    }

    /** The reader has found its place, or knows that it has nothing to do. */
    void working() {
        begun = true;
        trouble = null;
    }

    void failing(Exception cause) {
        trouble = cause.toString();
    }

    /** Whether the reader found its place once; from then on what is in the table can be shown. */
    boolean hasBegun() {
        return begun;
    }

    /** What keeps the reader from its work, or null when nothing does. */
    @Nullable
    String trouble() {
        return trouble;
    }
}
