package com.sessionanalyzer.intake.items;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a table of separated values into rows while it arrives. Its first row, the header, is no item. */
public final class RowStream implements Closeable {

    private final ItemStream rows;
    private final RowCutter cutter;

    RowStream(ItemStream rows, RowCutter cutter) {
        this.rows = rows;
        this.cutter = cutter;
    }

    /**
     * The first row alone, which must be asked for first; null when there is none.
     *
     * @throws IOException when the content breaks off
     */
    public @Nullable Chunk header() throws IOException {
        Chunk header = rows.next(1);
        rows.restartCount();
        return header;
    }

    /** What separates the values, as the header shows it: a comma, a semicolon or a tab. */
    public char separator() {
        return cutter.separator();
    }

    /**
     * The next rows; null when there are no more.
     *
     * @throws IOException when the content breaks off; the rows before that were there
     */
    public @Nullable Chunk next() throws IOException {
        return rows.next();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
