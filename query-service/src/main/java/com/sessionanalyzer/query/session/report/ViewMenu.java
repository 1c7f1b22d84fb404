package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.query.session.rows.RowAddress;
import com.sessionanalyzer.query.session.view.SavedView;
import java.util.List;

/**
 * The views that somebody saved, as the page shows them.
 *
 * @param query what is shown now, to be saved
 */
record ViewMenu(String query, List<Entry> entries) {

    /** One view. */
    record Entry(String id, String name, String query, String link, boolean current) {}

    static ViewMenu of(List<SavedView> views, RowAddress shown) {
        String query = new RowAddress(shown.query().page(1), shown.columns()).text();
        return new ViewMenu(
                query,
                views.stream()
                        .map(view -> new Entry(
                                view.id().toString(),
                                view.name(),
                                view.query(),
                                "/reports/views/" + view.id(),
                                view.query().equals(query)))
                        .toList());
    }

    public boolean isAnyCurrent() {
        return entries.stream().anyMatch(Entry::current);
    }
}
