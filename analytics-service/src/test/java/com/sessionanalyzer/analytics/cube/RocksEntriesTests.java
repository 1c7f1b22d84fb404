package com.sessionanalyzer.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.analytics.streams.BoundedStores;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that do not fit into memory are read as they were written, whatever of their files is at hand. */
class RocksEntriesTests {

    private static final int ENTRIES = 200_000;
    private static final int BATCH = 2_000;
    private static final int VALUE_BYTES = 300;

    @TempDir
    Path directory;

    @Test
    void readsWhatWasWrittenWhenLittleOfItIsInMemory() {
        RocksEntries entries = new RocksEntries("entries", Clock.systemUTC());
        StateStore store = new LedgerStore("entries", entries);
        entries.open(context().getStateStoreContext(), store);
        try {
            for (int first = 0; first < ENTRIES; first += BATCH) {
                Map<Bytes, byte[]> batch = new HashMap<>();
                for (int number = first; number < first + BATCH; number++) {
                    batch.put(key(number), value(number));
                }
                entries.write(batch, first);
            }

            for (int number = 0; number < ENTRIES; number++) {
                assertThat(entries.get(key(number))).isEqualTo(value(number));
                assertThat(entries.get(key(ENTRIES + number))).isNull();
            }
        } finally {
            entries.close();
        }
    }

    private MockProcessorContext<Void, Void> context() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStores.class);
        settings.put(BoundedStores.MEMORY, 8 << 20);
        return new MockProcessorContext<>(
                settings, new TaskId(0, 0), directory.resolve("task").toFile());
    }

    /** Neighbours are far apart, so that each is in another block. */
    private static Bytes key(int number) {
        return Bytes.wrap(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(number * 0x9E3779B9 | 0x80000000)
                .putInt(number)
                .array());
    }

    private static byte[] value(int number) {
        byte[] value = new byte[VALUE_BYTES];
        ByteBuffer.wrap(value).putInt(0, number).putInt(VALUE_BYTES - Integer.BYTES, ~number);
        return value;
    }
}
