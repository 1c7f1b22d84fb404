package com.sessionanalyzer.query.state;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * Reads what a {@link StateOutput} wrote, in the same order. The checksum is looked at before anything is believed, so only a
 * reader that does not go with its writer can find something else than it expects.
 */
public final class StateInput implements Closeable {

    private final FileChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(StateOutput.BUFFER_BYTES).order(StateOutput.ORDER);

    private StateInput(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens a state.
     *
     * @throws IOException also when it is damaged or cut off
     */
    public static StateInput of(Path file) throws IOException {
        StateInput input = new StateInput(FileChannel.open(file, StandardOpenOption.READ));
        try {
            input.requireWhole(file);
            return input;
        } catch (IOException failed) {
            input.close();
            throw failed;
        }
    }

    public long size() throws IOException {
        return channel.size();
    }

    public int number() throws IOException {
        return available(Integer.BYTES).getInt();
    }

    public long longNumber() throws IOException {
        return available(Long.BYTES).getLong();
    }

    public Instant instant() throws IOException {
        long seconds = longNumber();
        return Instant.ofEpochSecond(seconds, number());
    }

    public String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() throws IOException {
        return bytes(0);
    }

    /**
     * Bytes as they were written.
     *
     * @param capacity the array has at least so many
     */
    public byte[] bytes(int capacity) throws IOException {
        int count = number();
        byte[] values = new byte[Math.max(capacity, count)];
        for (int from = 0; from < count; ) {
            int step = Math.min(count - from, available(Byte.BYTES).remaining());
            buffer.get(values, from, step);
            from += step;
        }
        return values;
    }

    public char[] chars() throws IOException {
        int count = number();
        char[] values = new char[count];
        for (int from = 0; from < count; ) {
            int step = Math.min(count - from, available(Character.BYTES).remaining() / Character.BYTES);
            buffer.asCharBuffer().get(values, from, step);
            from += skip(step * Character.BYTES, step);
        }
        return values;
    }

    public int[] ints() throws IOException {
        return ints(0);
    }

    /**
     * Numbers as they were written.
     *
     * @param capacity the array has at least so many
     */
    public int[] ints(int capacity) throws IOException {
        int count = number();
        int[] values = new int[Math.max(capacity, count)];
        for (int from = 0; from < count; ) {
            int step = Math.min(count - from, available(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(values, from, step);
            from += skip(step * Integer.BYTES, step);
        }
        return values;
    }

    public long[] longs() throws IOException {
        return longs(0);
    }

    /**
     * Numbers as they were written.
     *
     * @param capacity the array has at least so many
     */
    public long[] longs(int capacity) throws IOException {
        int count = number();
        long[] values = new long[Math.max(capacity, count)];
        for (int from = 0; from < count; ) {
            int step = Math.min(count - from, available(Long.BYTES).remaining() / Long.BYTES);
            buffer.asLongBuffer().get(values, from, step);
            from += skip(step * Long.BYTES, step);
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private int skip(int read, int values) {
        buffer.position(buffer.position() + read);
        return values;
    }

    private ByteBuffer available(int needed) throws IOException {
        if (buffer.remaining() < needed) {
            buffer.compact();
            fill();
            if (buffer.remaining() < needed) {
                throw new IOException("a state ends too early");
            }
        }
        return buffer;
    }

    private void fill() throws IOException {
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // one read may bring less than there is room for
        }
        buffer.flip();
    }

    private void requireWhole(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        long left = channel.size() - Integer.BYTES;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            fill();
            if (!buffer.hasRemaining()) {
                break;
            }
            left -= buffer.remaining();
            checksum.update(buffer);
        }
        buffer.clear();
        fill();
        if (left != 0 || buffer.remaining() != Integer.BYTES || buffer.getInt() != (int) checksum.getValue()) {
            throw new IOException(file + " is damaged or was cut off");
        }
        channel.position(0);
        buffer.clear().flip();
    }
}
