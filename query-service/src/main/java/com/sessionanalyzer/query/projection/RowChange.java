package com.sessionanalyzer.query.projection;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the row of one key.
 *
 * @param row       its new values, or null when it goes
 * @param tombstone what made it go; null when it stays, or goes because its value cannot be read
 */
record RowChange(
        List<String> key,
        @Nullable List<@Nullable String> row,
        @Nullable Place tombstone) {

    /**
     * The row.
     *
     * @throws NullPointerException when it goes
     */
    List<@Nullable String> newValues() {
        return Objects.requireNonNull(row);
    }

    RowChange deleting() {
        return new RowChange(key, null, null);
    }
}
