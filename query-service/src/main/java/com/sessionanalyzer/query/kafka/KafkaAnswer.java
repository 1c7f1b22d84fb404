package com.sessionanalyzer.query.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer of Kafka that may not come. */
final class KafkaAnswer {

    private static final Logger log = LoggerFactory.getLogger(KafkaAnswer.class);

    private KafkaAnswer() {}

    /**
     * Waits for it; empty when it does not come in time or is a failure, which the log says.
     *
     * @param question what was asked, as in {@code where a topic ends}
     * @param topics   that it was asked about
     */
    static <T> Optional<T> await(KafkaFuture<T> answer, Duration timeout, String question, Object topics) {
        try {
            return Optional.of(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException away) {
            log.atWarn()
                    .addKeyValue("topics", topics)
                    .addKeyValue("cause", away.toString())
                    .addArgument(question)
                    .log("Kafka does not say {}");
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
