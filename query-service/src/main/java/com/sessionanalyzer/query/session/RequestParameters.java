package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.Position;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the API; a wrong one is a problem that names it and its rule. */
final class RequestParameters {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

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

    static int number(String name, @Nullable String text, int otherwise, int min, int max) {
        if (text == null) {
            return otherwise;
        }
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw wrong(
                    name, max == Integer.MAX_VALUE ? "must be a number from " + min : "must be in " + min + ".." + max);
        }
        return Integer.parseInt(text);
    }

    static UUID id(String text) {
        if (!ID.matcher(text).matches()) {
            throw wrong("id", "must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057");
        }
        return UUID.fromString(text);
    }

    /** What an answer must contain: everything that both the parameter and the header name. */
    static Position after(@Nullable String parameter, @Nullable String header) {
        return position("after", parameter).and(position(Position.HEADER, header));
    }

    private static Position position(String name, @Nullable String text) {
        try {
            return text == null ? Position.BEGINNING : Position.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw wrong(name, "must look like 0@12,3@88");
        }
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

    private static ProblemException wrong(String parameter, String rule) {
        return ProblemException.of(
                ProblemType.INVALID_PARAMETER,
                parameter + " " + rule + ".",
                Map.of("parameter", parameter, "rule", rule));
    }
}
