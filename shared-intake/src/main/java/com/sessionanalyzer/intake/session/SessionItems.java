package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.items.Chunk;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.items.ItemStream;
import com.sessionanalyzer.intake.items.RowStream;
import com.sessionanalyzer.intake.items.UnreadableContentException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The items of a content of many records, while it arrives, in bounded memory. What is wrong with an item is the item's
 * outcome; the others do not suffer. Items do not depend on how the content is divided while it is sent.
 */
public final class SessionItems implements Closeable {

    private final Chunks chunks;
    private final Closeable content;

    private SessionItems(Chunks chunks, Closeable content) {
        this.chunks = chunks;
        this.content = content;
    }

    /** The items of a content, which is read when they are asked for and closed with them. */
    public static SessionItems open(BulkFormat format, InputStream unpacked, ItemLimits limits) {
        return switch (format) {
            case TEXT ->
                of(
                        ItemStream.ofRecords(unpacked, SessionField.CUSTOMER, SessionField.OBSERVATION, limits),
                        new TextItem(limits));
            case NDJSON -> of(ItemStream.ofLines(unpacked, limits), new JsonItem(limits));
            case CSV -> {
                RowStream rows = ItemStream.ofRows(unpacked, limits);
                yield new SessionItems(new Rows(rows, limits), rows);
            }
        };
    }

    private static SessionItems of(ItemStream items, ItemReader reader) {
        return new SessionItems(() -> segment(items.next(), reader), items);
    }

    /**
     * The next items, about as many as the limits say; null when there are no more.
     *
     * @throws IOException                when the content breaks off; the items before that were there
     * @throws UnreadableContentException when no item can be read, whatever follows
     */
    public @Nullable Segment next() throws IOException {
        return chunks.next();
    }

    private static @Nullable Segment segment(@Nullable Chunk chunk, ItemReader reader) {
        return chunk == null ? null : new ChunkSegment(chunk, reader);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** The content in segments. */
    @FunctionalInterface
    private interface Chunks {
        @Nullable
        Segment next() throws IOException;
    }

    /** The content of a table, whose header says how to read its rows. */
    private static final class Rows implements Chunks {

        private final RowStream rows;
        private final ItemLimits limits;
        private @Nullable ItemReader reader;

        Rows(RowStream rows, ItemLimits limits) {
            this.rows = rows;
            this.limits = limits;
        }

        @Override
        public @Nullable Segment next() throws IOException {
            if (reader == null) {
                Chunk header = rows.header();
                if (header == null) {
                    return null;
                }
                reader = new RowItem(CsvHeader.of(header, rows.separator()), limits);
            }
            return segment(rows.next(), reader);
        }
    }
}
