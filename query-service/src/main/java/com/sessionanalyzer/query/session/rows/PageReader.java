package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.schema.OrganizationId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a page, and where the pages before and after it are. */
record PageReader(SessionRowSearch search, OrganizationId organization, SessionQuery query) {

    /**
     * The rows of a page in their order.
     *
     * @param previous null when there is nothing before
     * @param next     null when there is nothing after
     */
    record Found(
            List<SessionRow> rows,
            @Nullable RowPlace previous,
            @Nullable RowPlace next) {}

    Found read() {
        RowPlace place = query.place();
        if (place != null) {
            return place.backward() ? before(place) : after(place);
        }
        return query.page() == 1 ? after(RowPlace.beginning(query.order())) : skipping();
    }

    private Found after(RowPlace place) {
        return forward(search.after(organization, query, place, query.pageSize() + 1), !place.isEdge());
    }

    private Found skipping() {
        long skipped = (query.page() - 1L) * query.pageSize();
        return forward(search.skipping(organization, query, skipped, query.pageSize() + 1), true);
    }

    private Found forward(List<SessionRow> read, boolean isAnythingBefore) {
        List<SessionRow> rows = atMostAPage(read);
        return new Found(
                rows,
                isAnythingBefore ? before(rows) : null,
                read.size() > rows.size() ? RowPlace.after(query.order(), rows.get(rows.size() - 1)) : null);
    }

    private Found before(RowPlace place) {
        List<SessionRow> read = search.after(organization, query, place, query.pageSize() + 1);
        List<SessionRow> rows = new ArrayList<>(atMostAPage(read));
        Collections.reverse(rows);
        return new Found(rows, read.size() > rows.size() ? before(rows) : null, place.isEdge() ? null : after(rows));
    }

    private RowPlace before(List<SessionRow> rows) {
        return rows.isEmpty()
                ? new RowPlace(query.order(), true, List.of())
                : RowPlace.before(query.order(), rows.get(0));
    }

    private RowPlace after(List<SessionRow> rows) {
        return rows.isEmpty()
                ? RowPlace.beginning(query.order())
                : RowPlace.after(query.order(), rows.get(rows.size() - 1));
    }

    private List<SessionRow> atMostAPage(List<SessionRow> read) {
        return read.subList(0, Math.min(query.pageSize(), read.size()));
    }
}
