package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.session.SessionRejection;
import java.util.List;

/**
 * A page of rejections.
 *
 * @param total rejections of all pages
 */
public record RejectionPage(List<SessionRejection> rows, long total, int page, int pageSize) {

    public RejectionPage {
        rows = List.copyOf(rows);
    }

    public long totalPages() {
        return Math.max(1, (total + pageSize - 1) / pageSize);
    }
}
