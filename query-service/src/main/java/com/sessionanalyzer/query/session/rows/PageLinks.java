package com.sessionanalyzer.query.session.rows;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** The {@code Link} header of a page (RFC 8288): first, prev, next and last, with the request's other parameters. */
final class PageLinks {

    private PageLinks() {}

    static String of(SessionPage page, SessionQuery query) {
        List<String> links = new ArrayList<>();
        links.add(link(query, 1, "first"));
        if (page.page() > 1) {
            links.add(link(query, Math.min(page.page() - 1, page.totalPages()), "prev"));
        }
        if (page.page() < page.totalPages()) {
            links.add(link(query, page.page() + 1L, "next"));
        }
        links.add(link(query, page.totalPages(), "last"));
        return String.join(", ", links);
    }

    private static String link(SessionQuery query, long page, String relation) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/sessions")
                .queryParam("page", page)
                .queryParam("page_size", query.pageSize())
                .queryParam("sort", query.sort().code())
                .queryParam("order", query.descending() ? "desc" : "asc");
        if (query.search().isEmpty()) {
            return "<" + address.toUriString() + ">; rel=\"" + relation + "\"";
        }
        String searching = address.queryParam("q", "{search}")
                .encode()
                .buildAndExpand(query.search())
                .toUriString();
        return "<" + searching + ">; rel=\"" + relation + "\"";
    }
}
