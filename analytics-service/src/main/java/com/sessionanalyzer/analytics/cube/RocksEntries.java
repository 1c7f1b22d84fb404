package com.sessionanalyzer.analytics.cube;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompactionStyle;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Entries on disk that a crash does not spoil. Each batch has in it the offset up to which it is complete. Nothing is written
 * ahead, so a crash loses the latest batches, whole ones, and from the offset of the last that is there on the rest is
 * restored. It stands beside the directory of its task, which Kafka Streams empties after a crash.
 */
final class RocksEntries implements KeptEntries {

    /** Deletions stay in the log for longer, so what was missed meanwhile is still found there. */
    private static final Duration LONGEST_ABSENCE = Duration.ofDays(1);

    /** What no key begins with, for those that would are stored behind another one. */
    private static final byte RESERVED = 0;

    private static final byte[] OFFSET = {RESERVED};
    private static final int BLOCK_BYTES = 4096;
    private static final int BITS_PER_KEY = 10;

    private final String name;
    private final Clock clock;
    private @Nullable RocksDB database;
    private @Nullable Options options;
    private @Nullable WriteOptions unlogged;

    RocksEntries(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    @Override
    public void open(StateStoreContext context, StateStore root) {
        Path directory = context.stateDir().toPath().resolveSibling(name + "-" + context.taskId());
        try {
            removeEarlier(context);
            database = open(directory, context.appConfigs());
            if (isTooOld()) {
                close();
                Utils.delete(directory.toFile());
                database = open(directory, context.appConfigs());
            }
        } catch (RocksDBException | IOException failed) {
            throw new ProcessorStateException("the store in " + directory + " cannot be opened", failed);
        }
        context.register(root, (Restoring) this::restore);
    }

    /** Earlier versions had it in the directory of its task. */
    private void removeEarlier(StateStoreContext context) throws IOException {
        Utils.delete(new File(new File(context.stateDir(), "rocksdb"), name));
    }

    private RocksDB open(Path directory, Map<String, Object> settings) throws RocksDBException {
        RocksDB.loadLibrary();
        unlogged = new WriteOptions().setDisableWAL(true);
        Options opened = new Options()
                .setCreateIfMissing(true)
                .setCompactionStyle(CompactionStyle.UNIVERSAL)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockSize(BLOCK_BYTES)
                        .setFilterPolicy(new BloomFilter(BITS_PER_KEY)));
        Object setter = settings.get(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG);
        if (setter != null) {
            ((RocksDBConfigSetter) Utils.newInstance((Class<?>) setter)).setConfig(name, opened, settings);
        }
        options = opened;
        return RocksDB.open(opened, directory.toString());
    }

    private boolean isTooOld() throws RocksDBException {
        byte[] stored = database().get(OFFSET);
        return stored != null
                && clock.millis() - ByteBuffer.wrap(stored).getLong(Long.BYTES) > LONGEST_ABSENCE.toMillis();
    }

    private void restore(Collection<KeyValue<byte[], byte[]>> entries) {
        try (WriteBatch batch = new WriteBatch()) {
            for (KeyValue<byte[], byte[]> entry : entries) {
                add(entry.key, entry.value, batch);
            }
            database().write(requireNonNull(unlogged), batch);
        } catch (RocksDBException failed) {
            throw new ProcessorStateException("the store " + name + " cannot be restored", failed);
        }
    }

    /**
     * Many keys are new, which the filters know: a look at these takes a third less than a search that ends without a find. The
     * value that RocksDB hands out beside its answer is not taken: it is empty when an index is not in memory.
     */
    @Override
    public byte @Nullable [] get(Bytes key) {
        byte[] stored = stored(key.get());
        try {
            return database().keyMayExist(stored, null) ? database().get(stored) : null;
        } catch (RocksDBException failed) {
            throw new ProcessorStateException("the store " + name + " cannot be read", failed);
        }
    }

    @Override
    public void write(Map<Bytes, byte[]> changes, long offset) {
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<Bytes, byte[]> change : changes.entrySet()) {
                add(change.getKey().get(), change.getValue(), batch);
            }
            if (offset != UNKNOWN) {
                batch.put(
                        OFFSET,
                        ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(offset)
                                .putLong(clock.millis())
                                .array());
            }
            database().write(requireNonNull(unlogged), batch);
        } catch (RocksDBException failed) {
            throw new ProcessorStateException("the store " + name + " cannot be written", failed);
        }
    }

    private static void add(byte[] key, byte @Nullable [] value, WriteBatch batch) throws RocksDBException {
        if (value == null || value == DELETED) {
            batch.delete(stored(key));
        } else {
            batch.put(stored(key), value);
        }
    }

    private static byte[] stored(byte[] key) {
        if (key.length > 0 && key[0] != RESERVED) {
            return key;
        }
        return ByteBuffer.allocate(key.length + 2)
                .put(RESERVED)
                .put(RESERVED)
                .put(key)
                .array();
    }

    @Override
    public void startingWith(byte[] prefix, BiConsumer<Bytes, byte[]> receiver) {
        try (ReadOptions reading = new ReadOptions();
                RocksIterator entries = database().newIterator(reading)) {
            for (entries.seek(prefix); entries.isValid(); entries.next()) {
                byte[] key = entries.key();
                if (key.length < prefix.length || !Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
                    return;
                }
                if (key[0] != RESERVED) {
                    receiver.accept(Bytes.wrap(key), entries.value());
                }
            }
        }
    }

    @Override
    public Long offset(TopicPartition partition) {
        try {
            byte[] stored = database().get(OFFSET);
            return stored == null ? UNKNOWN : ByteBuffer.wrap(stored).getLong();
        } catch (RocksDBException failed) {
            throw new ProcessorStateException("the store " + name + " cannot be read", failed);
        }
    }

    private RocksDB database() {
        return requireNonNull(database, "the store is not open");
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return database != null;
    }

    /** What is in memory is written to disk first. */
    @Override
    public void close() {
        if (database != null) {
            database.close();
            database = null;
        }
        if (options != null) {
            options.close();
            options = null;
        }
        if (unlogged != null) {
            unlogged.close();
            unlogged = null;
        }
    }

    /** What Kafka Streams restores, in batches. */
    @FunctionalInterface
    private interface Restoring extends BatchingStateRestoreCallback {

        @Override
        default void restore(byte[] key, byte[] value) {
            throw new UnsupportedOperationException("it is restored in batches");
        }
    }
}
