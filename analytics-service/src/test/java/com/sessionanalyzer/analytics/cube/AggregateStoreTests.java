package com.sessionanalyzer.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a shard's aggregates is what was committed, and nothing else. */
class AggregateStoreTests {

    private static final TopicPartition CHANGELOG = new TopicPartition("changelog", 0);

    @TempDir
    Path directory;

    private AggregateStore store;

    @BeforeEach
    void open() {
        store = opened();
    }

    @Test
    void readsWhatACommitContainsWhileItIsUnderWay() {
        put("c1", "one");
        commit(1);

        put("c1", "two");
        put("c2", "new");
        put("d1", "other");

        assertThat(text(store.get(key("c1")))).isEqualTo("two");
        assertThat(startingWith("c")).containsOnly(Map.entry("c1", "two"), Map.entry("c2", "new"));
    }

    @Test
    void readsWhatACommitDeletesAsGone() {
        put("c1", "one");
        put("c2", "two");
        commit(1);

        put("c1", null);

        assertThat(store.get(key("c1"))).isNull();
        assertThat(startingWith("c")).containsOnly(Map.entry("c2", "two"));
    }

    @Test
    void forgetsWhatWasNotCommitted() {
        put("c1", "one");
        commit(7);
        put("c1", "two");
        put("c2", "new");
        store.close();

        store = opened();

        assertThat(startingWith("c")).containsOnly(Map.entry("c1", "one"));
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(7);
    }

    @Test
    void keepsWhatWasCommittedOnceTheNextRecordIsThere() {
        put("c1", "one");
        commit(7);
        put("c1", "two");
        store.beforeRecord();
        put("c1", "three");
        store.close();

        store = opened();

        assertThat(startingWith("c")).containsOnly(Map.entry("c1", "two"));
        assertThat(store.committedOffset(CHANGELOG))
                .as("without a word of the broker the offset stays: what follows is read again")
                .isEqualTo(7);
    }

    /** Kafka Streams says so when a commit took too long: it may have failed. */
    @Test
    void keepsNothingOfACommitThatMayHaveFailed() {
        put("c1", "one");
        commit(7);
        put("c1", "two");
        store.commit(Map.of());
        store.close();

        store = opened();

        assertThat(startingWith("c")).containsOnly(Map.entry("c1", "one"));
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(7);
    }

    @Test
    void isRestoredFromTheStartWhenNothingWasCommitted() {
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(KeptEntries.UNKNOWN);
        assertThat(store.managesOffsets()).isTrue();
    }

    private AggregateStore opened() {
        File state = directory.resolve("task").toFile();
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), state);
        AggregateStore opened =
                new AggregateStore("aggregates", new RocksEntries("aggregates", Clock.systemUTC()), false);
        opened.init(context.getStateStoreContext(), opened);
        return opened;
    }

    private void put(String key, @Nullable String value) {
        store.putAll(List.of(KeyValue.pair(key(key), value == null ? null : bytes(value))));
    }

    private void commit(long offset) {
        store.commit(Map.of(CHANGELOG, offset));
    }

    private Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        store.startingWith(bytes(prefix), (key, value) -> found.put(text(key.get()), text(value)));
        return found;
    }

    private static Bytes key(String text) {
        return Bytes.wrap(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "nothing" : new String(bytes, StandardCharsets.UTF_8);
    }
}
