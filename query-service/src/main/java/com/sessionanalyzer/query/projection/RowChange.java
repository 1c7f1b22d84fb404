package com.sessionanalyzer.query.projection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the row of one key.
 *
 * @param row       its new values, or null when it goes
 * @param tombstone what made it go; null when it stays, or goes because its value cannot be read
 * @param at        the timestamp of the entry that says so
 * @param erases    whether it is a tombstone that takes the past of the row, too
 */
record RowChange(
        List<String> key,
        @Nullable List<@Nullable String> row,
        @Nullable Place tombstone,
        Instant at,
        boolean erases) {

    /**
     * The row.
     *
     * @throws NullPointerException when it goes
     */
    List<@Nullable String> newValues() {
        return Objects.requireNonNull(row);
    }

    RowChange deleting() {
        return new RowChange(key, null, null, at, false);
    }
}
