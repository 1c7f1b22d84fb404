package com.sessionanalyzer.intake.items;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Some items of a content, one after the other. */
public final class Chunk {

    private static final char REPLACEMENT = '\uFFFD';

    private final ItemSpans items;
    private final byte[] bytes;
    private final long firstItem;
    private final long endByte;
    private final long endLine;

    Chunk(ItemSpans items, byte[] bytes, long firstItem, long endByte, long endLine) {
        this.items = items;
        this.bytes = bytes;
        this.firstItem = firstItem;
        this.endByte = endByte;
        this.endLine = endLine;
    }

    /** The number of the first one in the content, from 0. */
    public long firstItem() {
        return firstItem;
    }

    /** How many bytes of the content the items, and all before them, take. */
    public long endByte() {
        return endByte;
    }

    /** The last line of them. */
    public long endLine() {
        return endLine;
    }

    public int size() {
        return items.size();
    }

    /** The item, without the line break at its end; what is not UTF-8 is U+FFFD. */
    public String text(int item) {
        return new String(bytes, items.start(item), items.length(item), StandardCharsets.UTF_8);
    }

    /** The line of the content that the item begins at, from 1. */
    public long line(int item) {
        return items.line(item);
    }

    public Fault fault(int item) {
        return items.fault(item);
    }

    /**
     * Whether the bytes of the item are UTF-8.
     *
     * @param text of that item
     */
    public boolean isUtf8(int item, String text) {
        return text.indexOf(REPLACEMENT) < 0 || isDecodable(item);
    }

    private boolean isDecodable(int item) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, items.start(item), items.length(item)));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
