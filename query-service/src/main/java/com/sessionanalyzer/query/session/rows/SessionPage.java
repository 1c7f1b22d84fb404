package com.sessionanalyzer.query.session.rows;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows.
 *
 * @param total    rows of all pages
 * @param page     what number it has, or is called by
 * @param asOf     when the newest record in the table was received
 * @param previous where the rows before it end; null when there are none
 * @param next     where the rows after it begin; null when there are none
 */
public record SessionPage(
        List<SessionView> rows,
        long total,
        int page,
        int pageSize,
        Instant asOf,
        @Nullable RowPlace previous,
        @Nullable RowPlace next) {

    public SessionPage {
        rows = List.copyOf(rows);
    }

    public long totalPages() {
        return Math.max(1, (total + pageSize - 1) / pageSize);
    }
}
