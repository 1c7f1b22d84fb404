package com.sessionanalyzer.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservedBatchesTests {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final List<ConsumerRecord<byte[], byte[]>> TWO = List.of(
            new ConsumerRecord<>("words", 0, 0, new byte[1], new byte[1]),
            new ConsumerRecord<>("words", 0, 1, new byte[1], new byte[1]));

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void measuresABatchThatIsWritten() throws SQLException {
        observed(null).write(TWO, Map.of(0, new OffsetMove(0, 2, 1, NOW.minusSeconds(3))));

        assertThat(metrics.get("csa.projection.write")
                        .tag("topic", "words")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(metrics.get("csa.projection.batch.records").summary().totalAmount())
                .isEqualTo(2);
        assertThat(metrics.get("csa.freshness")
                        .tag("view", "rows of words")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(3);
    }

    @Test
    void measuresNothingWhereOnlyMarkersAre() throws SQLException {
        observed(null).write(List.of(), Map.of(0, new OffsetMove(0, 2, -1, Instant.EPOCH)));

        assertThat(metrics.get("csa.projection.write").timer().count()).isZero();
        assertThat(metrics.get("csa.freshness").timer().count()).isZero();
    }

    @Test
    void countsABatchThatTheDatabaseDoesNotTake() {
        ObservedBatches away = observed(new SQLException("away"));

        assertThatThrownBy(() -> away.write(TWO, Map.of())).isInstanceOf(SQLException.class);

        assertThat(metrics.get("csa.projection.failures").counter().count()).isEqualTo(1);
        assertThat(metrics.get("csa.projection.write").timer().count()).isZero();
    }

    private ObservedBatches observed(@Nullable SQLException failure) {
        Batches batches = new Batches() {
            @Override
            public SortedMap<Integer, Long> begin(List<Integer> partitions) {
                return new TreeMap<>();
            }

            @Override
            public SortedMap<Integer, Long> stored() {
                return new TreeMap<>();
            }

            @Override
            public void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves)
                    throws SQLException {
                if (failure != null) {
                    throw failure;
                }
            }
        };
        return new ObservedBatches(
                "words", batches, new ProjectionMeters(metrics, Clock.fixed(NOW, ZoneOffset.UTC), Traces.NONE));
    }
}
