package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.observe.Step;
import com.sessionanalyzer.observe.TraceParent;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.query.freshness.Freshness;
import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Batches that are measured, and that go on with the trace of their latest traced record. */
final class ObservedBatches implements Batches {

    private final String topic;
    private final Batches batches;
    private final Traces traces;
    private final Timer writes;
    private final DistributionSummary sizes;
    private final Counter failures;
    private final Freshness freshness;

    ObservedBatches(String topic, Batches batches, ProjectionMeters meters) {
        this.topic = topic;
        this.batches = batches;
        this.traces = meters.traces();
        this.writes = meters.writes(topic);
        this.sizes = meters.batches(topic);
        this.failures = meters.failures(topic);
        this.freshness = meters.freshness(topic);
    }

    @Override
    public SortedMap<Integer, Long> begin(List<Integer> partitions) throws SQLException {
        return batches.begin(partitions);
    }

    @Override
    public SortedMap<Integer, Long> stored() throws SQLException {
        return batches.stored();
    }

    @Override
    public void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves)
            throws SQLException {
        Step step = traces.next("write " + topic, latestTrace(records));
        Step.Scope scope = step.here();
        long begun = System.nanoTime();
        try {
            batches.write(records, moves);
        } catch (SQLException failed) {
            failures.increment();
            step.failed(failed);
            throw failed;
        } finally {
            scope.close();
            step.close();
        }
        written(count(records), moves, System.nanoTime() - begun);
    }

    private void written(int records, Map<Integer, OffsetMove> moves, long nanos) {
        if (records > 0) {
            writes.record(nanos, TimeUnit.NANOSECONDS);
            sizes.record(records);
            moves.values().stream()
                    .filter(move -> move.last() >= 0)
                    .map(OffsetMove::asOf)
                    .max(Instant::compareTo)
                    .ifPresent(freshness::visible);
        }
    }

    private static int count(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        int count = 0;
        for (ConsumerRecord<byte[], byte[]> ignored : records) {
            count++;
        }
        return count;
    }

    private static @Nullable String latestTrace(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        String latest = null;
        for (ConsumerRecord<byte[], byte[]> entry : records) {
            String told = TraceParent.of(entry.headers());
            latest = told == null ? latest : told;
        }
        return latest;
    }
}
