package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The table of deliveries on disk, and how far its topic is in it, which change together. A table made from another cluster
 * is emptied: the log is the truth.
 */
final class DeliveryStore {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryStore.class);
    private static final byte[] CLUSTER = {0, 'c'};
    private static final long WRITE_BUFFER_BYTES = 8 << 20;

    private final Path directory;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private @Nullable RocksDB table;

    DeliveryStore(Path directory) {
        this.directory = directory;
    }

    /** Opens the table, empty when it is another cluster's. */
    void open(String cluster) {
        use.writeLock().lock();
        try {
            table = opened();
            byte[] owner = cluster.getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(owner, table.get(CLUSTER))) {
                refill(owner);
            }
        } catch (RocksDBException | IOException failed) {
            throw new IllegalStateException("cannot use the state directory " + directory, failed);
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Empties the table, which has what is not in its topic. */
    void empty() {
        byte[] owner = use(open -> open.get(CLUSTER));
        use.writeLock().lock();
        try {
            refill(owner);
        } catch (RocksDBException | IOException failed) {
            throw new IllegalStateException("cannot use the state directory " + directory, failed);
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Opens the table once more as it is on disk, which it needs after a disk that was full. */
    void reopen() {
        use.writeLock().lock();
        try {
            close();
            table = opened();
        } catch (RocksDBException | IOException failed) {
            throw new IllegalStateException("cannot use the state directory " + directory, failed);
        } finally {
            use.writeLock().unlock();
        }
    }

    private void refill(byte[] owner) throws RocksDBException, IOException {
        close();
        FileSystemUtils.deleteRecursively(directory);
        RocksDB empty = opened();
        empty.put(CLUSTER, owner);
        table = empty;
    }

    private RocksDB opened() throws IOException, RocksDBException {
        Files.createDirectories(directory);
        try (Options options = new Options()) {
            options.setCreateIfMissing(true).setWriteBufferSize(WRITE_BUFFER_BYTES);
            return RocksDB.open(options, directory.toString());
        }
    }

    /** Takes over what was read, and that everything before these positions of the partitions is in the table. */
    void apply(Iterable<ConsumerRecord<byte[], byte[]>> read, Map<Integer, Long> positions) {
        use(open -> {
            try (WriteBatch changes = new WriteBatch();
                    WriteOptions options = new WriteOptions()) {
                for (ConsumerRecord<byte[], byte[]> record : read) {
                    if (record.value() == null) {
                        changes.delete(record.key());
                    } else {
                        changes.put(record.key(), record.value());
                    }
                }
                for (Map.Entry<Integer, Long> position : positions.entrySet()) {
                    changes.put(
                            position(position.getKey()),
                            ByteBuffer.allocate(Long.BYTES)
                                    .putLong(position.getValue())
                                    .array());
                }
                open.write(options, changes);
            }
            return true;
        });
    }

    /** Up to where a partition of the topic is in the table. */
    long position(int partition, long beginning) {
        return use(open -> {
            byte[] offset = open.get(position(partition));
            return offset == null ? beginning : ByteBuffer.wrap(offset).getLong();
        });
    }

    private static byte[] position(int partition) {
        return ByteBuffer.allocate(2 + Integer.BYTES)
                .put((byte) 0)
                .put((byte) 'p')
                .putInt(partition)
                .array();
    }

    /** Shows everything whose key begins so. */
    void scan(byte[] prefix, BiConsumer<DeliveryKey, Delivery> visitor) {
        use(open -> {
            try (RocksIterator entries = open.newIterator()) {
                for (entries.seek(prefix);
                        entries.isValid() && KeyPrefix.matches(entries.key(), prefix);
                        entries.next()) {
                    show(entries.key(), entries.value(), visitor);
                }
            }
            return true;
        });
    }

    /** What somebody else wrote into the topic is no delivery. */
    private static void show(byte[] key, byte[] value, BiConsumer<DeliveryKey, Delivery> visitor) {
        try {
            visitor.accept(DeliveryKey.decode(key), Delivery.decode(value));
        } catch (UnreadableEventException unreadable) {
            LOG.atError().setCause(unreadable).log("A delivery cannot be read, so it counts as none");
        }
    }

    private <T> T use(Use<T> action) {
        use.readLock().lock();
        try {
            if (table == null) {
                throw new LogUnavailableException("the table of deliveries is not open", null);
            }
            return action.with(table);
        } catch (RocksDBException failed) {
            throw new IllegalStateException("the table of deliveries cannot be used", failed);
        } finally {
            use.readLock().unlock();
        }
    }

    void close() {
        use.writeLock().lock();
        try {
            if (table != null) {
                table.close();
                table = null;
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Something done with the open table. */
    @FunctionalInterface
    private interface Use<T> {

        T with(RocksDB open) throws RocksDBException;
    }
}
