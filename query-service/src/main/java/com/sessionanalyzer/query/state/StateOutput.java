package com.sessionanalyzer.query.state;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * Writes a state to a file that takes its place only when all of it is written; a checksum at its end tells a torn one. It is
 * not forced to the disk: it survives the end of the process, and what a power cut leaves of it is found out and not used.
 */
public final class StateOutput implements Closeable {

    static final int BUFFER_BYTES = 1 << 20;
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ORDER);
    private long bytes;

    private StateOutput(Path file, Path unfinished, FileChannel channel) {
        this.file = file;
        this.unfinished = unfinished;
        this.channel = channel;
    }

    /** Begins a file that is to take the place of this one. */
    public static StateOutput to(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        return new StateOutput(
                file,
                unfinished,
                FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE));
    }

    public StateOutput number(int number) throws IOException {
        room(Integer.BYTES).putInt(number);
        return this;
    }

    public StateOutput longNumber(long number) throws IOException {
        room(Long.BYTES).putLong(number);
        return this;
    }

    public StateOutput instant(Instant instant) throws IOException {
        return longNumber(instant.getEpochSecond()).number(instant.getNano());
    }

    public StateOutput text(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public StateOutput bytes(byte[] values) throws IOException {
        return bytes(values, values.length);
    }

    /** The first of these. */
    public StateOutput bytes(byte[] values, int count) throws IOException {
        number(count);
        for (int from = 0; from < count; ) {
            int step = Math.min(count - from, room(Byte.BYTES).remaining());
            buffer.put(values, from, step);
            from += step;
        }
        return this;
    }

    /** The first of these. */
    public StateOutput chars(char[] values, int count) throws IOException {
        number(count);
        for (int from = 0; from < count; ) {
            int step = Math.min(count - from, room(Character.BYTES).remaining() / Character.BYTES);
            buffer.asCharBuffer().put(values, from, step);
            from += skip(step * Character.BYTES, step);
        }
        return this;
    }

    /** The first of these. */
    public StateOutput ints(int[] values, int count) throws IOException {
        number(count);
        for (int from = 0; from < count; ) {
            int step = Math.min(count - from, room(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, from, step);
            from += skip(step * Integer.BYTES, step);
        }
        return this;
    }

    /** The first of these. */
    public StateOutput longs(long[] values, int count) throws IOException {
        number(count);
        for (int from = 0; from < count; ) {
            int step = Math.min(count - from, room(Long.BYTES).remaining() / Long.BYTES);
            buffer.asLongBuffer().put(values, from, step);
            from += skip(step * Long.BYTES, step);
        }
        return this;
    }

    /**
     * Ends the file and lets it take its place.
     *
     * @return its bytes
     */
    public long end() throws IOException {
        flush();
        int sum = (int) checksum.getValue();
        buffer.putInt(sum);
        flush();
        channel.close();
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return bytes;
    }

    /** Leaves what was there before as it is, unless the file was ended. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            Files.deleteIfExists(unfinished);
        }
    }

    private int skip(int written, int values) {
        buffer.position(buffer.position() + written);
        return values;
    }

    private ByteBuffer room(int needed) throws IOException {
        if (buffer.remaining() < needed) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            bytes += channel.write(buffer);
        }
        buffer.clear();
    }
}
