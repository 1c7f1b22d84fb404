package com.sessionanalyzer.intake.items;

import com.sessionanalyzer.intake.text.Label;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a content into items while it arrives. It holds one chunk, and of an item that is too long only what is kept of it,
 * whatever comes.
 */
public final class ItemStream implements Closeable {

    private final InputStream in;
    private final Cutter cutter;
    private final ItemLimits limits;
    private byte[] buffer;

    /** Where the item begins that is not cut yet. */
    private int begin;

    private int limit;
    private boolean last;
    private @Nullable IOException broken;
    private boolean started;

    /** Bytes of the item that are too many and went. */
    private long dropped;

    /** Whether any of them showed something. */
    private boolean droppedText;

    private long endByte;
    private long endLine;
    private long items;

    private ItemStream(InputStream in, Cutter cutter, ItemLimits limits) {
        this.in = in;
        this.cutter = cutter;
        this.limits = limits;
        this.buffer = new byte[limits.chunkBytes()];
    }

    /** Each line that is not blank is an item. */
    public static ItemStream ofLines(InputStream in, ItemLimits limits) {
        return new ItemStream(in, new LineCutter(), limits);
    }

    /** Each record is an item; blank lines before the first are none. */
    public static ItemStream ofRecords(InputStream in, Label opening, Label closing, ItemLimits limits) {
        return new ItemStream(in, new RecordCutter(opening, closing, limits.maxItem()), limits);
    }

    /** Each row of separated values is an item. */
    public static RowStream ofRows(InputStream in, ItemLimits limits) {
        RowCutter cutter = new RowCutter(limits.maxItem());
        return new RowStream(new ItemStream(in, cutter, limits), cutter);
    }

    /**
     * The next items; null when there are no more.
     *
     * @throws IOException                when the content breaks off; the items before that were there
     * @throws UnreadableContentException when the content is in another encoding
     */
    public @Nullable Chunk next() throws IOException {
        return next(limits.chunkItems());
    }

    @Nullable
    Chunk next(int maxItems) throws IOException {
        start();
        ItemSpans spans = new ItemSpans();
        long firstItem = items;
        while (spans.size() < maxItems && spans.bytes() < limits.chunkBytes()) {
            int end = cutter.cut(buffer, limit, last);
            if (end != Cutter.MORE) {
                take(spans, end);
            } else if (last || !more(spans)) {
                break;
            }
        }
        return spans.size() == 0 ? null : chunk(spans, firstItem);
    }

    /** Counts the items from here on. */
    void restartCount() {
        items = 0;
    }

    private Chunk chunk(ItemSpans spans, long firstItem) {
        byte[] complete = complete();
        moveBy(-begin);
        return new Chunk(spans, complete, firstItem, endByte, endLine);
    }

    /** The buffer up to where the next item begins, with which a new one begins; little is copied, for senders that are slow. */
    private byte[] complete() {
        byte[] complete = buffer;
        if (begin < buffer.length / 4) {
            complete = Arrays.copyOf(buffer, begin);
            System.arraycopy(buffer, begin, buffer, 0, limit - begin);
        } else {
            buffer = new byte[Math.max(limits.chunkBytes(), limit - begin)];
            System.arraycopy(complete, begin, buffer, 0, limit - begin);
        }
        return complete;
    }

    private void take(ItemSpans spans, int end) {
        if (cutter.isItem()) {
            int textEnd = textEnd(end);
            boolean isTooLong = textEnd - begin > limits.maxItem() || droppedText;
            spans.add(
                    begin,
                    isTooLong ? wholeCharacters(begin + limits.maxItem()) : textEnd,
                    endLine + 1,
                    isTooLong ? Fault.TOO_LONG : cutter.fault());
            items++;
        }
        endByte += end - begin + dropped;
        endLine += cutter.lines();
        begin = end;
        dropped = 0;
        droppedText = false;
    }

    /** Where the item ends but for its line breaks, and but for blank space that is too long. */
    private int textEnd(int end) {
        int textEnd = end;
        while (textEnd > begin
                && (isLineBreak(buffer[textEnd - 1])
                        || (textEnd - begin > limits.maxItem() && isBlank(buffer[textEnd - 1])))) {
            textEnd--;
        }
        return textEnd;
    }

    private int wholeCharacters(int end) {
        int whole = end;
        while (whole > begin && end - whole < 3 && (buffer[whole] & 0xC0) == 0x80) {
            whole--;
        }
        return whole;
    }

    private boolean more(ItemSpans spans) throws IOException {
        if (isTooLong() && spans.size() > 0) {
            return false;
        }
        dropWhatIsTooLong();
        if (limit == buffer.length) {
            if (spans.size() > 0) {
                return false;
            }
            makeRoom();
        }
        if (broken != null) {
            throw broken;
        }
        try {
            if (spans.size() > 0 && in.available() == 0) {
                return false;
            }
            read();
            return true;
        } catch (IOException breaks) {
            broken = breaks;
            if (spans.size() > 0) {
                return false;
            }
            throw breaks;
        }
    }

    private void read() throws IOException {
        int count = in.read(buffer, limit, buffer.length - limit);
        last = count < 0;
        limit += Math.max(0, count);
    }

    private void makeRoom() {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, limit - begin);
            moveBy(-begin);
        } else {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
    }

    private void moveBy(int by) {
        cutter.move(by);
        begin += by;
        limit += by;
    }

    private void dropWhatIsTooLong() {
        if (!isTooLong()) {
            return;
        }
        int kept = kept();
        int needed = cutter.needed();
        droppedText = droppedText || !isBlank(kept, needed);
        System.arraycopy(buffer, needed, buffer, kept, limit - needed);
        int by = kept - needed;
        dropped -= by;
        limit += by;
        cutter.moveScanned(by);
    }

    /** Whether the item that is not cut yet has bytes that are too many; those before it are not to wait for its end. */
    private boolean isTooLong() {
        return cutter.needed() > kept();
    }

    private int kept() {
        return begin + limits.maxItem() + 1;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isBlank(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || isLineBreak(b);
    }

    private static boolean isLineBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    private void start() throws IOException {
        if (started) {
            return;
        }
        started = true;
        while (!last && limit < 3) {
            buffer = buffer.length < 3 ? new byte[3] : buffer;
            read();
        }
        if (limit >= 2 && isUtf16Mark(buffer[0] & 0xFF, buffer[1] & 0xFF)) {
            throw new UnreadableContentException(1, "not-utf-8", "The content must be UTF-8, but it is UTF-16");
        }
        if (limit >= 3 && (buffer[0] & 0xFF) == 0xEF && (buffer[1] & 0xFF) == 0xBB && (buffer[2] & 0xFF) == 0xBF) {
            begin = 3;
            endByte = 3;
        }
        cutter.startAt(begin);
    }

    private static boolean isUtf16Mark(int first, int second) {
        return (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
