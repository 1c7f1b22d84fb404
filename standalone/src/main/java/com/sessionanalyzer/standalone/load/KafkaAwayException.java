package com.sessionanalyzer.standalone.load;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;

/** Kafka did not answer; what was committed stays, and the same may succeed later. */
final class KafkaAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long reached;

    /**
     * Kafka did not answer.
     *
     * @param reached records that were sent or settled before that
     */
    KafkaAwayException(String sentence, long reached, Exception cause) {
        super(sentence, cause);
        this.reached = reached;
    }

    /** Whether a failure means no more than that. */
    static boolean isAway(KafkaException failed) {
        return failed instanceof RetriableException || failed.getCause() instanceof RetriableException;
    }

    long reached() {
        return reached;
    }

    /** What happened, for people. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
