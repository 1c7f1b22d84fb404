package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.session.RequestParameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which rows a request to the API asks for; a wrong parameter is a problem that names it and its rule. */
final class RowParameters {

    private RowParameters() {}

    static SessionQuery query(
            @Nullable String page,
            @Nullable String pageSize,
            @Nullable String search,
            @Nullable String sort,
            @Nullable String order) {
        String text = search == null ? "" : search.strip();
        if (text.length() > SessionQuery.MAX_SEARCH_LENGTH) {
            throw RequestParameters.wrong("q", "must have at most " + SessionQuery.MAX_SEARCH_LENGTH + " characters");
        }
        return new SessionQuery(
                RequestParameters.number("page", page, 1, 1, Integer.MAX_VALUE),
                RequestParameters.number(
                        "page_size", pageSize, SessionQuery.DEFAULT_PAGE_SIZE, 1, SessionQuery.MAX_PAGE_SIZE),
                text,
                sort(sort),
                isDescending(order));
    }

    private static SessionSort sort(@Nullable String text) {
        return Arrays.stream(SessionSort.values())
                .filter(sort -> sort.code().equals(text == null ? SessionSort.UPLOADED_AT.code() : text))
                .findFirst()
                .orElseThrow(() -> RequestParameters.wrong(
                        "sort",
                        "must be one of "
                                + Arrays.stream(SessionSort.values())
                                        .map(SessionSort::code)
                                        .collect(Collectors.joining(", "))));
    }

    private static boolean isDescending(@Nullable String order) {
        return switch (order == null ? "desc" : order.toLowerCase(Locale.ROOT)) {
            case "desc" -> true;
            case "asc" -> false;
            default -> throw RequestParameters.wrong("order", "must be asc or desc");
        };
    }
}
