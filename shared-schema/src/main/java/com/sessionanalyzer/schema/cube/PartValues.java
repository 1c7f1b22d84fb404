package com.sessionanalyzer.schema.cube;

import com.sessionanalyzer.schema.AvroInput;
import com.sessionanalyzer.schema.AvroOutput;
import com.sessionanalyzer.schema.TextPool;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.util.Arrays;
import java.util.List;

/** The values that parts have at one position, numbered from 0, and how many parts have each. */
final class PartValues {

    private static final int FIRST_CAPACITY = 2;

    private String[] texts = new String[FIRST_CAPACITY];
    private int[] parts = new int[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    String text(int code) {
        return texts[code];
    }

    List<String> toList() {
        return List.of(Arrays.copyOf(texts, size));
    }

    /** The number of a value; the size when no part has it. */
    int find(String text) {
        int code = 0;
        while (code < size && !texts[code].equals(text)) {
            code++;
        }
        return code;
    }

    /** Adds a value that no part has yet, and answers its number. */
    int append(String text) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size + (size >> 1) + 1);
            parts = Arrays.copyOf(parts, texts.length);
        }
        texts[size] = text;
        parts[size] = 0;
        return size++;
    }

    /** One more part has a value, whose number is answered. */
    int use(int code) {
        if (code < 0 || code >= size) {
            throw new UnreadableEventException("not a readable event: a part has value " + code + " of " + size);
        }
        parts[code]++;
        return code;
    }

    /** One part less has a value; whether it was the last. */
    boolean leave(int code) {
        return --parts[code] == 0;
    }

    /** Removes a value; the last one takes its number, and had the one that is answered. */
    int remove(int code) {
        size--;
        texts[code] = texts[size];
        parts[code] = parts[size];
        return size;
    }

    void write(AvroOutput out) {
        out.block(size);
        for (int code = 0; code < size; code++) {
            out.text(texts[code]);
        }
        out.blockEnd();
    }

    /** Reads values that were written; parts that have them are still to come. */
    void read(AvroInput in, TextPool pool) {
        in.list(text -> append(text.text(pool)));
    }

    /** Makes sure that the parts that have come have all values. */
    void requireNoneUnused() {
        for (int code = 0; code < size; code++) {
            if (parts[code] == 0) {
                throw new UnreadableEventException("not a readable event: no part has value " + code);
            }
        }
    }
}
