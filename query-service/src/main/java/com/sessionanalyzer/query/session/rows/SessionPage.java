package com.sessionanalyzer.query.session.rows;

import java.time.Instant;
import java.util.List;

/**
 * A page of rows.
 *
 * @param total rows of all pages
 * @param asOf  when the newest record in the table was received
 */
public record SessionPage(List<SessionView> rows, long total, int page, int pageSize, Instant asOf) {

    public SessionPage {
        rows = List.copyOf(rows);
    }

    public long totalPages() {
        return Math.max(1, (total + pageSize - 1) / pageSize);
    }
}
