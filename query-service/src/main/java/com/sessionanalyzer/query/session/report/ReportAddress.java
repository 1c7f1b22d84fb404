package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.query.session.rows.SessionSort;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of the reports page and its records, which carry the page, order and search along. */
public record ReportAddress(SessionQuery query) {

    private static final int MAX_PAGE = 1_000_000;

    /** What the address asks for; what it asks for wrongly is as if it had not been said. */
    public static ReportAddress of(HttpServletRequest request) {
        SessionSort sort = sort(request.getParameter("sort"));
        String order = request.getParameter("order");
        return new ReportAddress(new SessionQuery(
                number(request.getParameter("page"), 1, MAX_PAGE),
                number(request.getParameter("page_size"), SessionQuery.DEFAULT_PAGE_SIZE, SessionQuery.MAX_PAGE_SIZE),
                search(request.getParameter("q")),
                sort,
                order == null ? isNewestFirst(sort) : order.equals("desc")));
    }

    static boolean isNewestFirst(SessionSort sort) {
        return sort == SessionSort.UPLOADED_AT;
    }

    private static SessionSort sort(@Nullable String code) {
        return Arrays.stream(SessionSort.values())
                .filter(sort -> sort.code().equals(code))
                .findFirst()
                .orElse(SessionSort.UPLOADED_AT);
    }

    private static int number(@Nullable String text, int otherwise, int most) {
        try {
            int number = text == null ? otherwise : Integer.parseInt(text);
            return number < 1 || number > most ? otherwise : number;
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    private static String search(@Nullable String text) {
        String search = text == null ? "" : text.strip();
        return search.length() > SessionQuery.MAX_SEARCH_LENGTH
                ? search.substring(0, SessionQuery.MAX_SEARCH_LENGTH)
                : search;
    }

    ReportAddress page(int page) {
        return new ReportAddress(
                new SessionQuery(page, query.pageSize(), query.search(), query.sort(), query.descending()));
    }

    ReportAddress sortedBy(SessionSort sort, boolean descending) {
        return new ReportAddress(new SessionQuery(1, query.pageSize(), query.search(), sort, descending));
    }

    /** The address of the page itself. */
    public String rows() {
        return address("/reports");
    }

    /** The address of a page about one record. */
    public String record(String path) {
        return address("/reports/" + path);
    }

    /** The address of the page that erases a customer. */
    public String erasure(String customer) {
        return UriComponentsBuilder.fromPath("/reports/erase")
                .queryParam("customer", "{customer}")
                .encode()
                .buildAndExpand(customer)
                .toUriString();
    }

    private String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (query.page() > 1) {
            address.queryParam("page", query.page());
        }
        if (query.pageSize() != SessionQuery.DEFAULT_PAGE_SIZE) {
            address.queryParam("page_size", query.pageSize());
        }
        if (query.sort() != SessionSort.UPLOADED_AT || !query.descending()) {
            address.queryParam("sort", query.sort().code()).queryParam("order", query.descending() ? "desc" : "asc");
        }
        if (!query.search().isEmpty()) {
            address.queryParam("q", "{q}");
            return address.encode().buildAndExpand(query.search()).toUriString();
        }
        return address.toUriString();
    }
}
