package com.sessionanalyzer.query.session.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Link} header of a page (RFC 8288): first, prev, next and last, with the request's other parameters. Who came
 * by a number is led on by numbers, who came by a place by places.
 */
record PageLinks(SessionPage page, SessionQuery query, List<RowColumn> columns) {

    private static final String PATH = "/api/sessions";

    String text() {
        List<String> links = new ArrayList<>();
        if (query.place() == null) {
            addNumbers(links);
        } else {
            addPlaces(links);
        }
        return String.join(", ", links);
    }

    private void addNumbers(List<String> links) {
        links.add(link("page=1", "first"));
        if (page.page() > 1) {
            links.add(link("page=" + Math.min(page.page() - 1, page.totalPages()), "prev"));
        }
        if (page.page() < page.totalPages()) {
            links.add(link("page=" + (page.page() + 1L), "next"));
        }
        links.add(link("page=" + page.totalPages(), "last"));
    }

    private void addPlaces(List<String> links) {
        links.add(link("cursor=" + RowPlace.FIRST, "first"));
        add(links, page.previous(), "prev");
        add(links, page.next(), "next");
        links.add(link("cursor=" + RowPlace.LAST, "last"));
    }

    private void add(List<String> links, @Nullable RowPlace place, String relation) {
        if (place != null) {
            links.add(link("cursor=" + place.text(), relation));
        }
    }

    private String link(String where, String relation) {
        return "<" + PATH + "?" + where + "&page_size=" + query.pageSize() + rest() + ">; rel=\"" + relation + "\"";
    }

    private String rest() {
        String all = new RowAddress(query, columns).allText();
        String order = query.order().equals(RowOrder.NEWEST_FIRST) ? "&sort=uploaded_at&order=desc" : "";
        return order + (all.isEmpty() ? "" : "&" + all);
    }
}
