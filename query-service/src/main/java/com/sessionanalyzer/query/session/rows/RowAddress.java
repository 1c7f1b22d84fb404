package com.sessionanalyzer.query.session.rows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * What an address says to ask for the rows of a query.
 *
 * @param columns empty when they need not be said
 */
public record RowAddress(SessionQuery query, List<RowColumn> columns) {

    public RowAddress {
        columns = List.copyOf(columns);
    }

    /** What asks for these rows, after the question mark; without what goes without saying. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (query.page() > 1) {
            parts.add("page=" + query.page());
        }
        if (query.pageSize() != SessionQuery.DEFAULT_PAGE_SIZE) {
            parts.add("page_size=" + query.pageSize());
        }
        addAll(parts);
        RowPlace place = query.place();
        if (place != null) {
            parts.add("cursor=" + place.text());
        }
        return String.join("&", parts);
    }

    /** What asks for all rows, whatever page is shown. */
    public String allText() {
        List<String> parts = new ArrayList<>();
        addAll(parts);
        return String.join("&", parts);
    }

    private void addAll(List<String> parts) {
        RowOrder order = query.order();
        if (!order.equals(RowOrder.NEWEST_FIRST)) {
            parts.add(order.keys().size() == 1 ? single(order.first()) : "sort=" + order.text());
        }
        if (!query.search().isEmpty()) {
            parts.add("q=" + UriUtils.encode(query.search(), StandardCharsets.UTF_8));
        }
        if (!query.filter().isEverything()) {
            parts.add(query.filter().query());
        }
        if (!columns.isEmpty()) {
            parts.add("columns=" + RowColumn.codes(columns));
        }
    }

    private static String single(RowOrder.Key key) {
        return "sort=" + key.sort().code() + "&order=" + (key.descending() ? "desc" : "asc");
    }

    /** This path, asking for these rows. */
    public String at(String path) {
        return joined(path, text());
    }

    static String joined(String path, String text) {
        return text.isEmpty() ? path : path + "?" + text;
    }
}
