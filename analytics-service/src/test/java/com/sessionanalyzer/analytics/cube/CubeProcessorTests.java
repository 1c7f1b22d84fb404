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
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor alone, on stores that outlive it: what a crash between a commit and its emission leaves. */
class CubeProcessorTests {

    private static final int SHARD = 4;
    private static final Duration EMIT_INTERVAL = Duration.ofMillis(50);
    private static final CubeNames NAMES = new CubeNames("visit");

    @TempDir
    Path directory;

    private MockProcessorContext<Void, Void> context;
    private CubeProcessor<Visit, Long> processor;
    private long offset;

    @BeforeEach
    void start() {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, SHARD), directory.toFile());
        openLedger();
        openAggregates();
        context.setCurrentSystemTimeMs(0);
        startOnKeptStores();
    }

    @Test
    void emitsAbsoluteEntriesAndThenProgressToBothTopics() {
        put("ann/1", "louvre");
        put("ann/2", "louvre");

        emit();

        assertThat(emitted(NAMES.cubeSink()))
                .containsExactly(
                        "cell\t4\tcity\t0\tlouvre",
                        "tally\t4\tcity\tarrived\t",
                        "tally\t4\tcity\tvisitors\t",
                        "tally\t4\tcity\tvisitors-by-museum\tlouvre",
                        "progress\t4");
        assertThat(emitted(NAMES.subjectSink()))
                .containsExactly("ann=2 louvre=2", "progress 4=1 1970-01-01T00:00:00.001Z");
    }

    @Test
    void waitsForTheIntervalAfterTheFirstChange() {
        context.setCurrentSystemTimeMs(1);
        put("ann/1", "louvre");

        emit();

        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void asksForACommitAfterAnEmissionAndNotWithoutOne() {
        emit();
        assertThat(context.committed()).isFalse();

        put("ann/1", "louvre");
        emit();

        assertThat(context.committed()).isTrue();
    }

    @Test
    void emitsAgainWhatAnotherFoldedAndNeverEmitted() {
        put("ann/1", "louvre");
        put("bob/1", "prado");
        emit();
        put("cid/1", "louvre");
        put("bob/1", null);

        startOnKeptStores();
        emit();

        assertThat(emitted(NAMES.cubeSink()))
                .containsExactlyInAnyOrder(
                        "cell\t4\tcity\t0\tlouvre",
                        "cell\t4\tcity\t0\tprado=gone",
                        "tally\t4\tcity\tarrived\t",
                        "tally\t4\tcity\tvisitors\t",
                        "tally\t4\tcity\tvisitors-by-museum\tlouvre",
                        "tally\t4\tcity\tvisitors-by-museum\tprado=gone",
                        "progress\t4");
        assertThat(emitted(NAMES.subjectSink()))
                .containsExactlyInAnyOrder("bob=gone", "cid=1 louvre=1", "progress 4=3 1970-01-01T00:00:00.003Z");
    }

    @Test
    void emitsNothingAgainWhenAllWasEmitted() {
        put("ann/1", "louvre");
        emit();

        startOnKeptStores();
        emit();

        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void countsNothingTwiceWhenItsGroupLostItsOffsetsAndItsLedger() {
        put("ann/1", "louvre");
        put("bob/1", "prado");
        put("bob/1", null);
        emit();

        openLedger();
        startOnKeptStores();
        offset = 0;
        put("ann/1", "louvre");
        put("bob/1", "prado");
        put("bob/1", null);
        emit();
        assertThat(context.forwarded()).isEmpty();

        put("ann/1", null);
        emit();
        assertThat(emitted(NAMES.subjectSink())).containsExactly("ann=gone", "progress 4=3 1970-01-01T00:00:00.003Z");
    }

    @Test
    void countsWhatHappenedAndNeverTakesItBack() {
        put("ann/1", "louvre");
        put("ann/1", "louvre");
        put("ann/1", "prado");
        put("ann/1", null);
        put("ann/2", "prado");
        emit();
        assertThat(arrived()).isEqualTo(2);

        openLedger();
        startOnKeptStores();
        offset = 0;
        put("ann/1", "louvre");
        put("bob/1", null);
        offset = 5;
        put("cid/1", "louvre");
        emit();

        assertThat(arrived()).isEqualTo(3);
    }

    @Test
    void goesOnFromCountersOfRecordsThatAnEarlierVersionKept() {
        put("ann/1", "louvre");
        put("ann/2", "louvre");
        emit();
        commit();
        AggregateStore aggregates = context.getStateStore(NAMES.aggregates());
        keepAsEarlierVersionsDid("ann", 2, "louvre", 2);
        aggregates.putAll(List.of(
                KeyValue.pair(key("eann\tvisitors-by-museum\tlouvre"), null),
                KeyValue.pair(key("dann\tvisitors-by-museum\tlouvre"), new byte[] {0, 0, 0, 0, 0, 0, 0, 2})));

        startOnKeptStores();
        put("ann/1", null);
        put("ann/2", null);
        emit();
        commit();

        assertThat(emitted(NAMES.cubeSink())).contains("tally\t4\tcity\tvisitors-by-museum\tlouvre=gone");
        assertThat(aggregates.get(key("dann\tvisitors-by-museum\tlouvre"))).isNull();
    }

    @Test
    void makesAnEntryOfEachPartWhenThereAreTooMany() {
        for (String museum : List.of("louvre", "prado", "tate", "louvre")) {
            put("ann/" + offset, museum);
        }
        emit();
        assertThat(emitted(NAMES.subjectSink())).contains("ann=4 louvre=2 prado=1 tate=1");

        put("ann/4", "uffizi");
        put("ann/1", "tate");
        emit();

        assertThat(emitted(NAMES.subjectSink()))
                .containsExactly(
                        "ann=5",
                        "ann in louvre=2",
                        "ann in prado=gone",
                        "ann in tate=2",
                        "ann in uffizi=1",
                        "progress 4=5 1970-01-01T00:00:00.005Z");
        assertThat(emitted(NAMES.cubeSink()))
                .contains(
                        "tally\t4\tcity\tvisitors-by-museum\tprado=gone", "tally\t4\tcity\tvisitors-by-museum\tuffizi");
    }

    @Test
    void hasPartsTogetherAgainWhenASubjectComesBack() {
        for (String museum : List.of("louvre", "prado", "tate", "uffizi")) {
            put("ann/" + museum, museum);
        }
        emit();
        for (String museum : List.of("louvre", "prado", "tate", "uffizi")) {
            put("ann/" + museum, null);
        }
        put("ann/1", "prado");
        emit();

        assertThat(emitted(NAMES.subjectSink())).startsWith("ann=1 prado=1");
        assertThat(emitted(NAMES.subjectSink())).contains("ann in prado=gone", "ann in tate=gone");
    }

    @Test
    void goesOnFromSubjectsWhosePartsAnEarlierVersionKeptApart() {
        put("ann/1", "louvre");
        put("ann/2", "louvre");
        emit();
        commit();
        keepAsEarlierVersionsDid("ann", 2, "louvre", 2);

        startOnKeptStores();
        put("ann/1", "prado");
        put("ann/2", null);
        emit();

        assertThat(emitted(NAMES.subjectSink()))
                .containsExactlyInAnyOrder(
                        "ann=1", "ann in louvre=gone", "ann in prado=1", "progress 4=3 1970-01-01T00:00:00.003Z");
        assertThat(emitted(NAMES.cubeSink()))
                .contains(
                        "tally\t4\tcity\tvisitors-by-museum\tlouvre=gone", "tally\t4\tcity\tvisitors-by-museum\tprado");
    }

    /** An entry of each part, and a counter of each value; entries stand behind the offset that changed them last. */
    private void keepAsEarlierVersionsDid(String visitor, long visits, String museum, long visitsThere) {
        AggregateStore aggregates = context.getStateStore(NAMES.aggregates());
        aggregates.putAll(List.of(
                KeyValue.pair(key("s" + visitor), bytes("\0\0\0\0\0\0\0\0" + visits)),
                KeyValue.pair(key("v" + visitor + " in " + museum), bytes("\0\0\0\0\0\0\0\0" + visitsThere)),
                KeyValue.pair(
                        key("e" + visitor + "\tvisitors-by-museum\t" + museum), new byte[] {0, 0, 0, 0, 0, 0, 0, 1})));
    }

    private static Bytes key(String text) {
        return Bytes.wrap(bytes(text));
    }

    @Test
    void sendsARecordWithoutKeyToTheDeadLetters() {
        context.setRecordMetadata("visits", SHARD, offset);

        processor.process(new Record<>(null, bytes("louvre"), 0));

        assertThat(context.forwarded())
                .singleElement()
                .satisfies(letter -> assertThat(letter.childName()).contains(NAMES.deadLetterSink()));
    }

    /** A commit, and another processor on what it stored. */
    private void startOnKeptStores() {
        commit();
        context.resetForwards();
        context.resetCommit();
        context.scheduledPunctuators().clear();
        processor = new CubeProcessor<>(new Visit.Domain(), NAMES, EMIT_INTERVAL, Traces.NONE, new AtHand());
        processor.init(context);
    }

    private void commit() {
        AggregateStore aggregates = context.getStateStore(NAMES.aggregates());
        aggregates.flushCache();
    }

    private void put(String key, @Nullable String museum) {
        context.setRecordMetadata("visits", SHARD, offset);
        processor.process(new Record<>(bytes(key), museum == null ? null : bytes(museum), offset));
        offset++;
    }

    private void emit() {
        context.resetForwards();
        List<MockProcessorContext.CapturedPunctuator> punctuators = context.scheduledPunctuators();
        punctuators.get(punctuators.size() - 1).getPunctuator().punctuate(EMIT_INTERVAL.toMillis());
    }

    /** Keys as emitted, with the value when it is a text, or gone when it is a tombstone. */
    private List<String> emitted(String sink) {
        return context.forwarded(sink).stream().map(CubeProcessorTests::text).toList();
    }

    private long arrived() {
        return context.forwarded(NAMES.cubeSink()).stream()
                .filter(forward ->
                        key((ShardKey) (Object) forward.record().key()).contains("arrived"))
                .map(forward -> (CubeEntry.Tally)
                        CubeEntry.decode((byte[]) (Object) forward.record().value()))
                .findFirst()
                .orElseThrow()
                .count();
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

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private void open(StoreBuilder<? extends StateStore> builder) {
        StateStore store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private void openLedger() {
        open(ShardStoreBuilder.ledger(Stores.inMemoryKeyValueStore(NAMES.ledger())));
    }

    private void openAggregates() {
        open(ShardStoreBuilder.aggregates(Stores.inMemoryKeyValueStore(NAMES.aggregates())));
    }
}
