package com.sessionanalyzer.query.projection;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text format of PostgreSQL's COPY in UTF-8, see
 * <a href="https://www.postgresql.org/docs/current/sql-copy.html">its reference</a>. A text column cannot hold NUL, so it
 * is shown by its symbol U+2400; the topic keeps the original. Bytes are written at once, because every value of every row
 * passes here.
 */
final class CopyText {

    private static final byte[] SYMBOL_FOR_NULL = "\u2400".getBytes(StandardCharsets.UTF_8);
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int MOST_BYTES = 3;
    private static final int USUAL_ROW = 512;

    private byte[] bytes;
    private int length;

    CopyText(int rows) {
        bytes = new byte[Math.max(1, rows) * USUAL_ROW];
    }

    void line(List<? extends @Nullable String> values) {
        for (int column = 0; column < values.size(); column++) {
            if (column > 0) {
                put('\t');
            }
            value(values.get(column));
        }
        put('\n');
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    private void value(@Nullable String value) {
        if (value == null) {
            escaped('N');
            return;
        }
        reserve(value.length() * MOST_BYTES);
        int at = 0;
        while (at < value.length()) {
            char character = value.charAt(at);
            if (character < FIRST_BEYOND_ASCII) {
                ascii(character);
                at++;
            } else {
                int end = endOfOthers(value, at);
                put(value.substring(at, end).getBytes(StandardCharsets.UTF_8));
                at = end;
            }
        }
    }

    private static int endOfOthers(String value, int start) {
        int end = start;
        while (end < value.length() && value.charAt(end) >= FIRST_BEYOND_ASCII) {
            end++;
        }
        return end;
    }

    private void ascii(char character) {
        switch (character) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case '\0' -> put(SYMBOL_FOR_NULL);
            // there is room, which was reserved for the whole value
            default -> bytes[length++] = (byte) character;
        }
    }

    private void escaped(char character) {
        put('\\');
        put(character);
    }

    private void put(char character) {
        reserve(1);
        bytes[length++] = (byte) character;
    }

    private void put(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
