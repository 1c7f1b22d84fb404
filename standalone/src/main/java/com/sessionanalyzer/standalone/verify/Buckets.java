package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a log and the rows of a table on disk, divided by the id of their record, so that what belongs together can be
 * compared a bucket at a time, in the memory that one takes, however many records there are (a Grace hash join).
 */
final class Buckets implements AutoCloseable {

    private static final long ENTRIES_OF_A_BUCKET = 50_000;
    private static final int MOST = 512;
    private static final int NO_VALUE = -1;

    private final Path directory;
    private final BucketFiles entries;
    private final BucketFiles rows;
    private long added;

    private Buckets(Path directory, BucketFiles entries, BucketFiles rows) {
        this.directory = directory;
        this.entries = entries;
        this.rows = rows;
    }

    /**
     * In a new directory within the given one, which is deleted when this is closed.
     *
     * @param expected about how many entries there will be
     */
    static Buckets create(Path under, long expected) {
        int count = (int) Math.min(1 + expected / ENTRIES_OF_A_BUCKET, MOST);
        try {
            Path directory = Files.createTempDirectory(under, "csa-verify");
            try {
                BucketFiles entries = BucketFiles.create(directory, "entries", count);
                return new Buckets(directory, entries, BucketFiles.create(directory, "rows", count));
            } catch (IOException failed) {
                Files.deleteIfExists(directory);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int count() {
        return entries.count();
    }

    /** How many entries were added. */
    long added() {
        return added;
    }

    /** Adds an entry of the log, after those that came before it in its partition; an unreadable key is no record's. */
    void add(ConsumerRecord<byte[], byte[]> entry) {
        UUID id = id(entry.key());
        if (id != null) {
            entries.write(bucket(id), output -> write(entry, output));
            added++;
        }
    }

    /** Adds a row. */
    void add(UUID id, byte[] row) {
        rows.write(bucket(id), output -> {
            output.writeLong(id.getMostSignificantBits());
            output.writeLong(id.getLeastSignificantBits());
            write(row, output);
        });
    }

    /** Hands over the entries of a bucket, those of a partition in their order, once. */
    void entries(int bucket, Consumer<ConsumerRecord<byte[], byte[]>> to) {
        entries.read(bucket, input -> to.accept(entry(input)));
    }

    /** Hands over the rows of a bucket, once. */
    void rows(int bucket, BiConsumer<UUID, byte[]> to) {
        rows.read(bucket, input -> {
            UUID id = new UUID(input.readLong(), input.readLong());
            to.accept(id, bytes(input, input.readInt()));
        });
    }

    @Override
    public void close() {
        try {
            entries.close();
            rows.close();
            Files.delete(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int bucket(UUID id) {
        return Math.floorMod(id.hashCode() * 0x9E3779B9, count());
    }

    private static @Nullable UUID id(byte @Nullable [] key) {
        try {
            return key == null ? null : SessionRecordKey.decode(key).id();
        } catch (UnreadableEventException unreadable) {
            return null;
        }
    }

    private static void write(ConsumerRecord<byte[], byte[]> entry, DataOutputStream output) throws IOException {
        output.writeInt(entry.partition());
        output.writeLong(entry.offset());
        write(entry.key(), output);
        if (entry.value() == null) {
            output.writeInt(NO_VALUE);
        } else {
            write(entry.value(), output);
        }
    }

    private static void write(byte[] bytes, DataOutputStream output) throws IOException {
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    private static ConsumerRecord<byte[], byte[]> entry(DataInputStream input) throws IOException {
        int partition = input.readInt();
        long offset = input.readLong();
        byte[] key = bytes(input, input.readInt());
        int length = input.readInt();
        byte[] value = length == NO_VALUE ? null : bytes(input, length);
        return new ConsumerRecord<>(SessionTopics.RECORDS, partition, offset, key, value);
    }

    private static byte[] bytes(DataInputStream input, int length) throws IOException {
        byte[] bytes = new byte[length];
        input.readFully(bytes);
        return bytes;
    }
}
