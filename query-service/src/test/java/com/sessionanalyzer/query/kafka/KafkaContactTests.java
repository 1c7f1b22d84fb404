package com.sessionanalyzer.query.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaContactTests {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final KafkaContact contact = new KafkaContact(Duration.ofSeconds(5), nanos::get);
    private final Consumer<byte[], byte[]> consumer = consumer();
    private final KafkaContact.Listening listening = contact.listen(consumer);

    @Test
    void isNoSilenceWhileKafkaAnswersAlthoughNothingComes() {
        for (int second = 0; second < 100; second++) {
            pass(Duration.ofSeconds(1));
            answers.incrementAndGet();
            listening.look();
        }

        assertThat(contact.silence()).isEmpty();
    }

    @Test
    void isNoSilenceForAsLongAsARestartTakes() {
        pass(Duration.ofSeconds(5));
        listening.look();

        assertThat(contact.silence()).isEmpty();
    }

    @Test
    void tellsForHowLongKafkaHasNotAnswered() {
        answers.incrementAndGet();
        listening.look();

        pass(Duration.ofSeconds(7));
        listening.look();

        assertThat(contact.silence()).hasValue(Duration.ofSeconds(7));
    }

    @Test
    void isNoSilenceBeforeAnybodyAsks() {
        KafkaContact unasked = new KafkaContact(Duration.ofSeconds(5), nanos::get);
        pass(Duration.ofMinutes(1));
        assertThat(unasked.silence()).isEmpty();

        unasked.listen(consumer);
        assertThat(unasked.silence()).isEmpty();

        pass(Duration.ofSeconds(7));
        assertThat(unasked.silence()).hasValue(Duration.ofSeconds(7));
    }

    @Test
    void tellsItAlsoWhenTheReaderHangs() {
        pass(Duration.ofMinutes(1));

        assertThat(contact.silence()).hasValue(Duration.ofMinutes(1));
    }

    @Test
    void endsWithTheFirstAnswerOfAnyConsumer() {
        pass(Duration.ofMinutes(1));
        answers.incrementAndGet();

        contact.listen(consumer).look();

        assertThat(contact.silence()).isEmpty();
    }

    @Test
    void tellsHowManyRecordsTheReaderIsBehind() {
        assertThat(contact.behind()).isEmpty();
        answers.incrementAndGet();

        listening.look();

        assertThat(contact.behind()).isEqualTo(OptionalLong.of(12));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Consumer<byte[], byte[]> consumer() {
        MetricName name = new MetricName("response-total", "consumer-metrics", "", Map.of());
        MockConsumer<byte[], byte[]> mock = new MockConsumer<>("none") {
            @Override
            public synchronized Map<MetricName, ? extends Metric> metrics() {
                return Map.of(name, new Answers(name, answers));
            }
        };
        mock.assign(List.of(PARTITION));
        mock.updateBeginningOffsets(Map.of(PARTITION, 0L));
        mock.updateEndOffsets(Map.of(PARTITION, 12L));
        mock.seek(PARTITION, 0);
        return mock;
    }

    private record Answers(MetricName metricName, AtomicLong count) implements Metric {

        @Override
        public Object metricValue() {
            return count.doubleValue();
        }
    }
}
