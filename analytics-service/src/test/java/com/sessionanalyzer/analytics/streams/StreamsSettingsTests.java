package com.sessionanalyzer.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.analytics.session.SessionTopology;
import com.sessionanalyzer.observe.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsSettingsTests {

    @TempDir
    Path directory;

    @Test
    void countsExactlyOnce() {
        assertThat(config().getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
                .isEqualTo(StreamsConfig.EXACTLY_ONCE_V2);
    }

    @Test
    void keepsItsPlaceInTheGroup() {
        assertThat(config().getMainConsumerConfigs("session-analytics", "client", 1))
                .containsEntry("group.instance.id", "one-1")
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void leavesTheReplicationOfInternalTopicsToTheBroker() {
        assertThat(config().getInt(StreamsConfig.REPLICATION_FACTOR_CONFIG)).isEqualTo(-1);
    }

    @Test
    void passesTheConnectionToEveryClient() {
        assertThat(config().getProducerConfigs("client")).containsEntry("security.protocol", "PLAINTEXT");
    }

    @Test
    void suitTheTopologyOfSessions() {
        Topology topology = new SessionTopology(Duration.ofMillis(50), Traces.NONE).build();

        try (KafkaStreams streams = new KafkaStreams(topology, config())) {
            assertThat(streams.state()).isEqualTo(KafkaStreams.State.CREATED);
        }
    }

    @Test
    void refuseATopologyThatLeavesANameToKafkaStreams() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config()));
        builder.stream("words", Consumed.with(Serdes.String(), Serdes.String()))
                .groupBy((key, word) -> word)
                .count();

        assertThatThrownBy(builder::build).isInstanceOf(TopologyException.class);
    }

    private StreamsConfig config() {
        Map<String, Object> connection = Map.of("bootstrap.servers", "127.0.0.1:9", "security.protocol", "PLAINTEXT");
        StreamsSettings settings = new StreamsSettings(
                connection, directory, "one", 2, Duration.ofMillis(50), Duration.ofMillis(100), 1 << 20, 32 << 20);
        return settings.of(new StreamsDomain("session-analytics", Topology::new, List.of(), "session-dead-letters"));
    }
}
