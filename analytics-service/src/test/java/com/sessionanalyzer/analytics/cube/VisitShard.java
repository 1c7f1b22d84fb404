package com.sessionanalyzer.analytics.cube;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.cube.CubeEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Shard 4 of {@link Visit}s: the processor alone, on stores that outlive it. Nothing is emitted unless asked for. */
final class VisitShard {

    static final CubeNames NAMES = new CubeNames("visit");

    private static final int SHARD = 4;
    private static final Duration EMIT_INTERVAL = Duration.ofMillis(50);

    private final MockProcessorContext<Void, Void> context;
    private CubeProcessor<Visit, Long> processor;
    private long offset;

    VisitShard(Path directory) {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, SHARD), directory.toFile());
        loseLedger();
        open(ShardStoreBuilder.aggregates(Stores.inMemoryKeyValueStore(NAMES.aggregates())));
        context.setCurrentSystemTimeMs(0);
        processor = started();
    }

    MockProcessorContext<Void, Void> context() {
        return context;
    }

    /** The next record of the source. */
    void put(String key, @Nullable String museum) {
        put(bytes(key), museum);
    }

    void put(byte @Nullable [] key, @Nullable String museum) {
        context.setRecordMetadata("visits", SHARD, offset);
        processor.process(new Record<>(key, museum == null ? null : bytes(museum), offset));
        offset++;
    }

    /** Has the source continue at this offset. */
    void goTo(long next) {
        offset = next;
    }

    void loseLedger() {
        open(ShardStoreBuilder.ledger(Stores.inMemoryKeyValueStore(NAMES.ledger())));
    }

    void emit() {
        context.resetForwards();
        List<MockProcessorContext.CapturedPunctuator> punctuators = context.scheduledPunctuators();
        punctuators.get(punctuators.size() - 1).getPunctuator().punctuate(EMIT_INTERVAL.toMillis());
    }

    void commit() {
        aggregates().flushCache();
    }

    /** A commit, and another processor on what it stored. */
    void startOnKeptStores() {
        commit();
        context.resetForwards();
        context.resetCommit();
        context.scheduledPunctuators().clear();
        processor = started();
    }

    AggregateStore aggregates() {
        return context.getStateStore(NAMES.aggregates());
    }

    /** Keys as emitted last, with the value when it is a text, or gone when it is a tombstone. */
    List<String> emittedToCube() {
        return emitted(NAMES.cubeSink());
    }

    /** The same of what is kept of visitors. */
    List<String> emittedToSubjects() {
        return emitted(NAMES.subjectSink());
    }

    /** The tally of visits that have arrived, as emitted last. */
    long arrived() {
        return context.forwarded(NAMES.cubeSink()).stream()
                .filter(forward ->
                        key((ShardKey) (Object) forward.record().key()).contains("arrived"))
                .map(forward -> (CubeEntry.Tally)
                        CubeEntry.decode((byte[]) (Object) forward.record().value()))
                .findFirst()
                .orElseThrow()
                .count();
    }

    static Bytes key(String text) {
        return Bytes.wrap(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private CubeProcessor<Visit, Long> started() {
        CubeProcessor<Visit, Long> started =
                new CubeProcessor<>(new Visit.Domain(), NAMES, EMIT_INTERVAL, Traces.NONE, new AtHand());
        started.init(context);
        return started;
    }

    private List<String> emitted(String sink) {
        return context.forwarded(sink).stream().map(VisitShard::text).toList();
    }

    private static String text(MockProcessorContext.CapturedForward<?, ?> forward) {
        ShardKey key = (ShardKey) (Object) forward.record().key();
        assertThat(key.shard()).isEqualTo(SHARD);
        byte[] value = (byte[]) (Object) forward.record().value();
        String text = value == null ? "=gone" : "=" + new String(value, UTF_8);
        boolean isBinary = Stream.of("cell", "tally", "progress\t").anyMatch(key(key)::startsWith);
        return key(key) + (isBinary && value != null ? "" : text);
    }

    private static String key(ShardKey key) {
        return new String(key.key().get(), UTF_8);
    }

    private void open(StoreBuilder<? extends StateStore> builder) {
        StateStore store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }
}
