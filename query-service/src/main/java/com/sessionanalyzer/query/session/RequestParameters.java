package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.schema.Position;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the API; a wrong one is a problem that names it and its rule. */
public final class RequestParameters {

    private RequestParameters() {}

    static SessionQuery query(
            @Nullable String page,
            @Nullable String pageSize,
            @Nullable String search,
            @Nullable String sort,
            @Nullable String order) {
        String text = search == null ? "" : search.strip();
        if (text.length() > SessionQuery.MAX_SEARCH_LENGTH) {
            throw wrong("q", "must have at most " + SessionQuery.MAX_SEARCH_LENGTH + " characters");
        }
        return new SessionQuery(
                number("page", page, 1, 1, Integer.MAX_VALUE),
                number("page_size", pageSize, SessionQuery.DEFAULT_PAGE_SIZE, 1, SessionQuery.MAX_PAGE_SIZE),
                text,
                sort(sort),
                isDescending(order));
    }

    /** A number in this range; another when there is none. */
    public static int number(String name, @Nullable String text, int otherwise, int min, int max) {
        return ApiParameters.number(name, text, otherwise, min, max);
    }

    /** The id that the text is. */
    public static UUID id(String text) {
        return ApiParameters.id(text);
    }

    /** What an answer must contain: everything that both the parameter and the header name. */
    public static Position after(@Nullable String parameter, @Nullable String header) {
        return ApiParameters.after(parameter, header);
    }

    private static SessionSort sort(@Nullable String text) {
        return Arrays.stream(SessionSort.values())
                .filter(sort -> sort.code().equals(text == null ? SessionSort.UPLOADED_AT.code() : text))
                .findFirst()
                .orElseThrow(() -> wrong(
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
            default -> throw wrong("order", "must be asc or desc");
        };
    }

    /** The problem of a parameter that breaks this rule. */
    public static ProblemException wrong(String parameter, String rule) {
        return ApiParameters.wrong(parameter, rule);
    }
}
