package com.sessionanalyzer.query.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells batches that may have only new rows, as most have: such a batch needs no staging table, for a table that takes it
 * is the same afterwards. The first version of a row that is not there replaces nothing and leaves no history.
 *
 * @param version index of the version column; negative when there is none
 */
record Appends(int version) {

    private static final String FIRST = "0";

    static Appends of(TableMapping mapping) {
        String column = mapping.versionColumn();
        return new Appends(column == null ? -1 : mapping.columns().indexOf(column));
    }

    boolean mayAppend(List<RowChange> changes) {
        return !changes.isEmpty() && changes.stream().allMatch(this::isFirst);
    }

    private boolean isFirst(RowChange change) {
        List<@Nullable String> row = change.row();
        return row != null && (version < 0 || FIRST.equals(row.get(version)));
    }
}
