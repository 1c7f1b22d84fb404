package com.sessionanalyzer.intake.items;

import com.sessionanalyzer.intake.text.Label;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a content into items while it arrives. It holds one chunk, and of an item that is too long only what is kept of it,
 * whatever comes.
 */
public final class ItemStream implements Closeable {

    private final ItemBuffer buffer;
    private final Cutter cutter;
    private final ItemLimits limits;
    private boolean started;

    /** Bytes of the item that are too many and went. */
    private long dropped;

    /** Whether any of them showed something. */
    private boolean droppedText;

    private long endByte;
    private long endLine;
    private long items;

    private ItemStream(InputStream in, Cutter cutter, ItemLimits limits) {
        this.buffer = new ItemBuffer(in, limits.chunkBytes());
        this.cutter = cutter;
        this.limits = limits;
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
     * @throws UnreadableContentException when the content is not text, or in another encoding
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
            int end = cutter.cut(buffer.bytes(), buffer.limit(), buffer.isLast());
            if (end != Cutter.MORE) {
                take(spans, end);
            } else if (buffer.isLast() || !more(spans.size() > 0)) {
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
        cutter.move(-buffer.begin());
        return new Chunk(spans, buffer.takeOut(), firstItem, endByte, endLine);
    }

    private void take(ItemSpans spans, int end) {
        int begin = buffer.begin();
        if (cutter.isItem()) {
            int textEnd = ItemText.end(buffer.bytes(), begin, end, limits.maxItem());
            boolean isTooLong = textEnd - begin > limits.maxItem() || droppedText;
            spans.add(
                    begin,
                    isTooLong ? ItemText.wholeCharacters(buffer.bytes(), begin, begin + limits.maxItem()) : textEnd,
                    endLine + 1,
                    isTooLong ? Fault.TOO_LONG : cutter.fault());
            items++;
        }
        endByte += end - begin + dropped;
        endLine += cutter.lines();
        buffer.cutTo(end);
        dropped = 0;
        droppedText = false;
    }

    /** Whether there is more to look at; who has items already is not to wait for it. */
    private boolean more(boolean hasItems) throws IOException {
        if (hasItems && (isTooLong() || buffer.isFull())) {
            return false;
        }
        dropWhatIsTooLong();
        if (buffer.isFull()) {
            cutter.move(buffer.makeRoom());
        }
        return buffer.read(!hasItems);
    }

    private void dropWhatIsTooLong() {
        if (isTooLong()) {
            int needed = cutter.needed();
            droppedText = droppedText || !ItemText.isBlank(buffer.bytes(), kept(), needed);
            dropped += needed - kept();
            buffer.drop(kept(), needed);
            cutter.moveScanned(kept() - needed);
        }
    }

    /** Whether the item that is not cut yet has bytes that are too many; those before it are not to wait for its end. */
    private boolean isTooLong() {
        return cutter.needed() > kept();
    }

    private int kept() {
        return buffer.begin() + limits.maxItem() + 1;
    }

    private void start() throws IOException {
        if (!started) {
            started = true;
            endByte = buffer.start();
            cutter.startAt(buffer.begin());
        }
    }

    @Override
    public void close() throws IOException {
        buffer.close();
    }
}
