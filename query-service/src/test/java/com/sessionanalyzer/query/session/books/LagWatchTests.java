package com.sessionanalyzer.query.session.books;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.session.books.LagWatch.Found;
import com.sessionanalyzer.query.session.books.LagWatch.Look;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LagWatchTests {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void saysHowFarEachReaderIsBehind() {
        look(Duration.ofMinutes(1), new ConsumerLag(LogReader.CUBE, "session-records", 7L, 3L));

        assertThat(lag("records", "cube")).isEqualTo(7);
        assertThat(lag("seconds", "cube")).isEqualTo(3);
        assertThat(metrics.get("csa.dead.letters").gauge().value()).isEqualTo(2);
    }

    @Test
    void saysNothingOfAReaderOfWhichNothingIsKnown() {
        look(Duration.ofMinutes(1), new ConsumerLag(LogReader.CUBE, "session-records", 7L, null));

        assertThat(lag("seconds", "cube")).isNaN();
        assertThat(lag("records", "record-rows")).isNaN();
    }

    @Test
    void doesNotGoOnSayingWhatItSawLongAgo() {
        look(Duration.ofNanos(1), new ConsumerLag(LogReader.CUBE, "session-records", 7L, 3L));

        assertThat(lag("records", "cube")).isNaN();
        assertThat(metrics.get("csa.dead.letters").gauge().value()).isNaN();
    }

    @Test
    void looksAgainWhenKafkaWasAway() {
        AtomicInteger questions = new AtomicInteger();
        LagWatch watch = new LagWatch(
                consumer -> new Once(new ConsumerLag(LogReader.CUBE, "session-records", 7L, 3L)) {
                    @Override
                    public Found now() {
                        if (questions.incrementAndGet() == 1) {
                            throw new KafkaException("away");
                        }
                        return super.now();
                    }
                },
                Duration.ofMillis(1),
                Duration.ofMinutes(1));
        watch.bindTo(metrics);

        watch.read(new MockConsumer<>("earliest"), () -> looks.get() == 0);

        assertThat(lag("records", "cube")).isEqualTo(7);
    }

    @Test
    void namesEveryReaderFromTheStart() {
        new LagWatch(consumer -> new Once(null), Duration.ofMillis(1), Duration.ofMinutes(1)).bindTo(metrics);

        assertThat(metrics.get("csa.consumer.lag.records").gauges()).hasSize(LogReader.values().length);
        assertThat(lag("records", "submissions")).isNaN();
    }

    private void look(Duration useful, ConsumerLag lag) {
        LagWatch watch = new LagWatch(consumer -> new Once(lag), Duration.ofMillis(1), useful);
        watch.bindTo(metrics);
        watch.read(new MockConsumer<>("earliest"), () -> looks.get() == 0);
    }

    private double lag(String unit, String reader) {
        return metrics.get("csa.consumer.lag." + unit)
                .tag("consumer", reader)
                .gauge()
                .value();
    }

    /** Finds the same each time, and counts. */
    private class Once implements Look {

        private final @Nullable ConsumerLag lag;

        private Once(@Nullable ConsumerLag lag) {
            this.lag = lag;
        }

        @Override
        public Found now() {
            looks.incrementAndGet();
            return new Found(lag == null ? List.of() : List.of(lag), 2);
        }

        @Override
        public void close() {
            looks.incrementAndGet();
        }
    }
}
