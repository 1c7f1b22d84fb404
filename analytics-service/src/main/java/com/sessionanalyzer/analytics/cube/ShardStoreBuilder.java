package com.sessionanalyzer.analytics.cube;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds a shard's stores. They hold back what they write, so they need no cache of Kafka Streams. */
final class ShardStoreBuilder<T extends StateStore> implements StoreBuilder<T> {

    /** Its keys are written again and again, and a crash has all of it read: its segments end soon, so that it is compacted. */
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(16 << 20),
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(64 << 20),
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(Duration.ofMinutes(10).toMillis()),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.1");

    private final String name;
    private final Function<Boolean, T> store;
    private final Map<String, String> logConfig = new HashMap<>();
    private boolean isLogged;

    private ShardStoreBuilder(String name, Function<Boolean, T> store) {
        this.name = name;
        this.store = store;
    }

    /** A ledger on disk. The source topic is its changelog, so it has none of its own. */
    static StoreBuilder<LedgerStore> ledger(String name) {
        return new ShardStoreBuilder<>(name, isLogged -> new LedgerStore(name, onDisk(name)));
    }

    /** A ledger in a store that somebody supplies. */
    static StoreBuilder<LedgerStore> ledger(KeyValueBytesStoreSupplier supplier) {
        return new ShardStoreBuilder<>(
                supplier.name(), isLogged -> new LedgerStore(supplier.name(), new SuppliedEntries(supplier.get())));
    }

    /** Aggregates on disk, with a changelog. */
    static StoreBuilder<AggregateStore> aggregates(String name) {
        return new ShardStoreBuilder<>(name, isLogged -> new AggregateStore(name, onDisk(name), isLogged))
                .withLoggingEnabled(CHANGELOG);
    }

    /** Aggregates in a store that somebody supplies, with a changelog. */
    static StoreBuilder<AggregateStore> aggregates(KeyValueBytesStoreSupplier supplier) {
        return new ShardStoreBuilder<>(
                        supplier.name(),
                        isLogged -> new AggregateStore(supplier.name(), new SuppliedEntries(supplier.get()), isLogged))
                .withLoggingEnabled(CHANGELOG);
    }

    private static KeptEntries onDisk(String name) {
        return new RocksEntries(name, Clock.systemUTC());
    }

    @Override
    public T build() {
        return store.apply(isLogged);
    }

    @Override
    public StoreBuilder<T> withCachingEnabled() {
        throw new UnsupportedOperationException("a shard holds back itself what it writes");
    }

    @Override
    public StoreBuilder<T> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<T> withLoggingEnabled(Map<String, String> config) {
        isLogged = true;
        logConfig.putAll(config);
        return this;
    }

    @Override
    public StoreBuilder<T> withLoggingDisabled() {
        isLogged = false;
        logConfig.clear();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return logConfig;
    }

    @Override
    public boolean loggingEnabled() {
        return isLogged;
    }

    @Override
    public String name() {
        return name;
    }
}
