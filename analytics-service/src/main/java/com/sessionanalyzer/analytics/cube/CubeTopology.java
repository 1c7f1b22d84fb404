package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.observe.Traces;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A compacted table of records in, cells, tallies and subjects out, shard by shard: each source partition is counted by
 * itself and emitted to the same partition of the outgoing topics, so nothing is repartitioned.
 */
public final class CubeTopology<R, S> {

    private static final TimestampExtractor NEVER_NEGATIVE = (record, partitionTime) -> Math.max(0, record.timestamp());

    private final CubeDomain<R, S> domain;
    private final CubeTopics topics;
    private final CubeNames names;
    private final Duration emitInterval;
    private final Traces traces;
    private final Function<String, StoreBuilder<LedgerStore>> ledgers;
    private final Function<String, StoreBuilder<AggregateStore>> aggregates;

    /**
     * Describes the topology; nothing runs yet.
     *
     * @param emitInterval how often a shard emits what changed; then it asks for a commit
     */
    public CubeTopology(CubeDomain<R, S> domain, CubeTopics topics, Duration emitInterval, Traces traces) {
        this(domain, topics, emitInterval, traces, ShardStoreBuilder::ledger, ShardStoreBuilder::aggregates);
    }

    /**
     * The same on other stores than those on disk.
     *
     * @param stores of a name
     */
    public CubeTopology(
            CubeDomain<R, S> domain,
            CubeTopics topics,
            Duration emitInterval,
            Traces traces,
            Function<String, KeyValueBytesStoreSupplier> stores) {
        this(
                domain,
                topics,
                emitInterval,
                traces,
                name -> ShardStoreBuilder.ledger(stores.apply(name)),
                name -> ShardStoreBuilder.aggregates(stores.apply(name)));
    }

    private CubeTopology(
            CubeDomain<R, S> domain,
            CubeTopics topics,
            Duration emitInterval,
            Traces traces,
            Function<String, StoreBuilder<LedgerStore>> ledgers,
            Function<String, StoreBuilder<AggregateStore>> aggregates) {
        this.domain = domain;
        this.topics = topics;
        this.names = new CubeNames(domain.name());
        this.emitInterval = emitInterval;
        this.traces = traces;
        this.ledgers = ledgers;
        this.aggregates = aggregates;
    }

    public Topology build() {
        AtHand atHand = new AtHand();
        return new Topology()
                .addReadOnlyStateStore(
                        ledgers.apply(names.ledger()),
                        names.source(),
                        NEVER_NEGATIVE,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.source(),
                        names.fold(),
                        () -> new CubeProcessor<>(domain, names, emitInterval, traces, atHand))
                .addStateStore(aggregates.apply(names.aggregates()), names.fold())
                .addSink(
                        names.cubeSink(),
                        topics.cube(),
                        ShardKey.serializer(),
                        new ByteArraySerializer(),
                        ShardKey.partitioner(),
                        names.fold())
                .addSink(
                        names.subjectSink(),
                        topics.subjects(),
                        ShardKey.serializer(),
                        new ByteArraySerializer(),
                        ShardKey.partitioner(),
                        names.fold())
                .addSink(
                        names.deadLetterSink(),
                        topics.deadLetters(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        names.fold());
    }
}
