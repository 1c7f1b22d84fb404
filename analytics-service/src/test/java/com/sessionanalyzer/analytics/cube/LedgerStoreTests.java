package com.sessionanalyzer.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a ledger is what was committed, and nothing else; what is not kept yet can be read. */
class LedgerStoreTests {

    private static final TopicPartition SOURCE = new TopicPartition("records", 0);

    @TempDir
    Path directory;

    private LedgerStore ledger;

    @BeforeEach
    void open() {
        ledger = opened();
    }

    @Test
    void readsTheLatestOfWhatIsWrittenCommittingAndChanged() {
        put("a/1", "written", 0);
        put("a/2", "written", 1);
        put("b/1", "written", 2);
        ledger.commit(Map.of(SOURCE, 2L));
        put("a/2", "committing", 3);
        put("a/3", "committing", 4);
        ledger.beforeCommit();

        assertThat(startingWith("a/"))
                .containsOnly(
                        Map.entry("a/1", "written"), Map.entry("a/2", "committing"), Map.entry("a/3", "committing"));

        put("a/3", null, 5);
        put("a/4", "changed", 6);

        assertThat(startingWith("a/"))
                .containsOnly(Map.entry("a/1", "written"), Map.entry("a/2", "committing"), Map.entry("a/4", "changed"));
        assertThat(ledger.get(key("a/3"))).isNull();
        assertThat(ledger.get(key("a/4"))).isEqualTo(bytes("changed"));
    }

    @Test
    void keepsWhatWasCommittedOnceTheNextRecordIsThere() {
        put("a/1", "one", 0);
        ledger.beforeCommit();
        put("a/1", "two", 1);
        ledger.close();

        ledger = opened();

        assertThat(startingWith("")).containsOnly(Map.entry("a/1", "one"));
        assertThat(ledger.committedOffset(SOURCE)).isZero();
    }

    /** Kafka Streams says so when a commit took too long: records of it that failed come again, and must look new. */
    @Test
    void keepsNothingOfACommitThatMayHaveFailed() {
        put("a/1", "one", 0);
        ledger.commit(Map.of(SOURCE, 0L));
        put("a/1", "two", 1);
        ledger.beforeCommit();
        ledger.commit(Map.of());
        ledger.close();

        ledger = opened();

        assertThat(startingWith("")).containsOnly(Map.entry("a/1", "one"));
        assertThat(ledger.committedOffset(SOURCE)).isZero();
    }

    private LedgerStore opened() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(
                new Properties(), new TaskId(0, 0), directory.resolve("task").toFile());
        LedgerStore opened = new LedgerStore("ledger", new RocksEntries("ledger", Clock.systemUTC()));
        opened.init(context.getStateStoreContext(), opened);
        return opened;
    }

    private void put(String key, @Nullable String value, long offset) {
        ledger.put(key(key), value == null ? null : bytes(value), offset);
    }

    private Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        ledger.startingWith(bytes(prefix), (key, value) -> found.put(text(key), text(value)));
        return found;
    }

    private static Bytes key(String text) {
        return Bytes.wrap(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
