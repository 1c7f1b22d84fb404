package com.sessionanalyzer.query.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the row of one key.
 *
 * @param row its new values, or null when it goes
 */
record RowChange(List<String> key, @Nullable List<@Nullable String> row) {

    RowChange deleting() {
        return new RowChange(key, null);
    }
}
