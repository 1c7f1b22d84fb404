package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.items.Chunk;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.items.ItemStream;
import com.sessionanalyzer.intake.items.RowStream;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.session.SessionField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a content into pieces of whole records, from where an earlier load came to. */
final class Pieces {

    /** An item of which so much is kept is still seen to be too long by whoever reads the message. */
    private static final ItemLimits LIMITS = new ItemLimits(256 << 10, 2_000, (1 << 20) + (64 << 10));

    private static final int MAX_VALUE = 4 << 20;
    private static final byte LINE_FEED = '\n';

    private final Prefix content;
    private final Chunks chunks;
    private final byte[] header;
    private final long baseBytes;
    private final long baseLines;
    private Progress progress;

    private Pieces(Prefix content, Header header, Chunks chunks, Progress from) {
        this.content = content;
        this.chunks = chunks;
        this.header = header.bytes();
        this.baseBytes = Math.max(from.bytes(), header.bytes().length) - header.bytes().length;
        this.baseLines = Math.max(from.lines(), header.lines()) - header.lines();
        this.progress = from;
    }

    /**
     * The pieces of a content.
     *
     * @param content read up to where the progress says, and no further
     * @param head    the first bytes of the content
     */
    static Pieces of(BulkFormat format, Prefix content, byte[] head, Progress from) throws IOException {
        return switch (format) {
            case TEXT ->
                new Pieces(
                        content,
                        Header.NONE,
                        ItemStream.ofRecords(content, SessionField.CUSTOMER, SessionField.OBSERVATION, LIMITS)::next,
                        from);
            case NDJSON -> new Pieces(content, Header.NONE, ItemStream.ofLines(content, LIMITS)::next, from);
            case CSV -> table(content, Header.of(head), from);
        };
    }

    private static Pieces table(Prefix content, Header header, Progress from) throws IOException {
        content.skipTo(header.bytes().length);
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(header.bytes()), content);
        RowStream rows = ItemStream.ofRows(rest, LIMITS);
        rows.header();
        return new Pieces(content, header, rows::next, from);
    }

    /**
     * The next piece; null when there are no more.
     *
     * @throws IOException when the content breaks off; the pieces before that were there
     */
    @Nullable
    Piece next() throws IOException {
        Chunk chunk = chunks.next();
        if (chunk == null) {
            return null;
        }
        byte[] records = content.takeTo(baseBytes + chunk.endByte());
        byte[] value = records == null || records.length > MAX_VALUE ? kept(chunk) : withoutBlankLines(records);
        Progress before = progress;
        progress = new Progress(
                baseBytes + chunk.endByte(),
                baseLines + chunk.endLine(),
                before.records() + chunk.size(),
                before.messages() + 1,
                content.digest(),
                content.head(),
                isBroken(records),
                false);
        return new Piece(withHeader(value), baseLines + chunk.line(0), progress);
    }

    private byte[] withHeader(byte[] records) {
        if (header.length == 0) {
            return records;
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream(header.length + records.length);
        value.writeBytes(header);
        value.writeBytes(records);
        return value.toByteArray();
    }

    /** The items without what of them is too long. */
    private static byte[] kept(Chunk chunk) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (int item = 0; item < chunk.size(); item++) {
            kept.writeBytes(chunk.text(item).getBytes(StandardCharsets.UTF_8));
            kept.write(LINE_FEED);
        }
        return kept.toByteArray();
    }

    /** The records from their first line on, which is the line that the message names. */
    private static byte[] withoutBlankLines(byte[] records) {
        int start = 0;
        for (int i = 0; i < records.length && isBlank(records[i]); i++) {
            start = isLineBreak(records[i]) ? i + 1 : start;
        }
        if (start == 0) {
            return records;
        }
        return Arrays.copyOfRange(records, start, records.length);
    }

    private static boolean isBroken(byte @Nullable [] records) {
        return records != null && records.length > 0 && !isLineBreak(records[records.length - 1]);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || isLineBreak(b);
    }

    private static boolean isLineBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    /** The content in chunks. */
    @FunctionalInterface
    private interface Chunks {
        @Nullable
        Chunk next() throws IOException;
    }
}
