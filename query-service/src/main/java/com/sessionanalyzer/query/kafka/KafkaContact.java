package com.sessionanalyzer.query.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kafka answers a reader, and how far that is behind. Kafka answers a consumer several times a second, also when
 * there is nothing new, so silence means that it is away, hangs, or cannot be reached.
 */
public final class KafkaContact {

    private static final String ANSWERS = "response-total";
    private static final String CONSUMER = "consumer-metrics";
    private static final long UNKNOWN = -1;

    private final long patience;
    private final LongSupplier nanos;
    private volatile long heard;
    private volatile boolean asked;
    private volatile long behind = UNKNOWN;

    /**
     * @param patience silence that is not worth mentioning
     */
    public KafkaContact(Duration patience) {
        this(patience, System::nanoTime);
    }

    KafkaContact(Duration patience, LongSupplier nanos) {
        this.patience = patience.toNanos();
        this.nanos = nanos;
        this.heard = nanos.getAsLong();
    }

    /** Listens to one consumer, on its thread; before the first one nobody has asked Kafka, so its silence means nothing. */
    public Listening listen(Consumer<?, ?> consumer) {
        if (!asked) {
            heard = nanos.getAsLong();
            asked = true;
        }
        return new Listening(consumer);
    }

    /** For how long Kafka has not answered; empty as long as that is nothing unusual. */
    public Optional<Duration> silence() {
        long silent = nanos.getAsLong() - heard;
        return asked && silent > patience ? Optional.of(Duration.ofNanos(silent)) : Optional.empty();
    }

    /** Records that were there and not read when Kafka answered last; empty before the first answer. */
    public OptionalLong behind() {
        long known = behind;
        return known == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /** What one consumer hears. */
    public final class Listening {

        private final Consumer<?, ?> consumer;
        private final @Nullable Metric answers;
        private double counted;

        private Listening(Consumer<?, ?> consumer) {
            this.consumer = consumer;
            this.answers = consumer.metrics().values().stream()
                    .filter(metric -> metric.metricName().name().equals(ANSWERS)
                            && metric.metricName().group().equals(CONSUMER))
                    .findFirst()
                    .orElse(null);
        }

        /** Takes note of what was answered since the last time. */
        public void look() {
            double now = answers == null ? counted + 1 : ((Number) answers.metricValue()).doubleValue();
            if (now > counted) {
                counted = now;
                heard = nanos.getAsLong();
                behind = lag();
            }
        }

        private long lag() {
            return consumer.assignment().stream()
                    .map(consumer::currentLag)
                    .mapToLong(lag -> lag.orElse(0))
                    .sum();
        }
    }
}
