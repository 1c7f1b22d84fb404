package com.sessionanalyzer.standalone.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.topic.TopicLayout;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import com.sessionanalyzer.testing.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** Nothing is emptied under somebody who works with it. */
class AggregatesIT {

    private static final String GROUP = "somebody-at-work";

    private final Map<String, Object> connection = Map.of("bootstrap.servers", TestKafka.bootstrapServers());

    @Test
    void refusesAsLongAsSomebodyIsInAGroupAndSaysWho() {
        new Topics(connection, Duration.ofSeconds(20)).ensure(List.of(TopicLayout.table("work", 1, 1 << 20)));
        try (Aggregates aggregates = new Aggregates(connection, Duration.ofMillis(1))) {
            assertThat(aggregates.members(GROUP)).isEmpty();
            try (KafkaConsumer<byte[], byte[]> worker = worker()) {
                worker.subscribe(List.of("work"));
                await().until(() -> worker.poll(Duration.ofMillis(100)).isEmpty()
                        && !aggregates.members(GROUP).isEmpty());

                assertThatExceptionOfType(PlainFailure.class)
                        .isThrownBy(() -> aggregates.awaitStopped(List.of("nobody", GROUP)))
                        .withMessageContaining("must be stopped first; still there: " + GROUP + ": worker-7 at ");

                aggregates.forgetMembers(GROUP);
                assertThatCode(() -> aggregates.awaitStopped(List.of(GROUP))).doesNotThrowAnyException();
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> worker() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestKafka.bootstrapServers(),
                        "group.id",
                        GROUP,
                        "group.instance.id",
                        "worker-7"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
