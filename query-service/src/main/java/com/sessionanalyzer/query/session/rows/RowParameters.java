package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which rows a request asks for; what is wrong becomes a fault and counts as not said. */
public final class RowParameters {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Parameters parameters;
    private final Faults faults;
    private final Predicate<SessionSort> isDescending;

    /** Of an address of a page, where a single column without a direction is descending when it is the time of upload. */
    public static RowParameters ofPage(Parameters parameters, Faults faults) {
        return new RowParameters(parameters, faults, SessionSort::isNewestFirst);
    }

    /** Of a question to the API, where a single column without a direction is descending. */
    public static RowParameters ofApi(Parameters parameters, Faults faults) {
        return new RowParameters(parameters, faults, sort -> true);
    }

    private RowParameters(Parameters parameters, Faults faults, Predicate<SessionSort> isDescending) {
        this.parameters = parameters;
        this.faults = faults;
        this.isDescending = isDescending;
    }

    /** Which rows, of every period when none is said. */
    public SessionQuery query(LocalDate today) {
        SessionFilter filter = SessionFilter.read(parameters, faults, today, Period.ALL);
        RowOrder order = order();
        RowPlace place = place(order);
        int pageSize = number("page_size", SessionQuery.DEFAULT_PAGE_SIZE, SessionQuery.MAX_PAGE_SIZE);
        return new SessionQuery(filter, today, search(), order, page(place, pageSize), pageSize, place);
    }

    /** The columns, each once; those otherwise when none are said. */
    public List<RowColumn> columns(List<RowColumn> otherwise) {
        List<String> codes = parameters.all("columns").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .toList();
        List<RowColumn> columns = codes.stream()
                .map(RowColumn::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (columns.size() < codes.size()) {
            faults.add("columns", "must name each once of " + RowColumn.codes());
        }
        return columns.isEmpty() ? otherwise : columns;
    }

    private String search() {
        String text = parameters.first("q");
        if (text.length() <= SessionQuery.MAX_SEARCH_LENGTH) {
            return text;
        }
        faults.add("q", "must have at most " + SessionQuery.MAX_SEARCH_LENGTH + " characters");
        return "";
    }

    /** One bare name goes by {@code order}, as it always did; several, or one with a sign, say it themselves. */
    private RowOrder order() {
        String text = String.join(",", parameters.all("sort"));
        Boolean descending = descending(parameters.first("order").toLowerCase(Locale.ROOT));
        Optional<SessionSort> single = text.isEmpty() ? Optional.of(SessionSort.UPLOADED_AT) : SessionSort.of(text);
        if (single.isPresent()) {
            return RowOrder.of(single.get(), descending == null ? isDescending.test(single.get()) : descending);
        }
        if (descending != null) {
            faults.add("order", "must not come with a sort that says its directions itself");
        }
        try {
            return RowOrder.parse(text);
        } catch (IllegalArgumentException wrong) {
            faults.add("sort", String.valueOf(wrong.getMessage()).replaceFirst("^sort ", ""));
            return RowOrder.NEWEST_FIRST;
        }
    }

    private @Nullable Boolean descending(String text) {
        return switch (text) {
            case "" -> null;
            case "desc" -> Boolean.TRUE;
            case "asc" -> Boolean.FALSE;
            default -> {
                faults.add("order", "must be asc or desc");
                yield null;
            }
        };
    }

    private @Nullable RowPlace place(RowOrder order) {
        String text = parameters.first("cursor");
        try {
            return text.isEmpty() ? null : RowPlace.parse(text, order);
        } catch (IllegalArgumentException wrong) {
            faults.add("cursor", String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private int page(@Nullable RowPlace place, int pageSize) {
        int page = number("page", 1, Integer.MAX_VALUE);
        if (place != null || (page - 1L) * pageSize <= SessionQuery.MAX_SKIPPED) {
            return page;
        }
        faults.add(
                "page",
                "must not begin after row " + SessionQuery.MAX_SKIPPED
                        + "; cursor=first and the links of the answers lead further");
        return 1;
    }

    private int number(String name, int otherwise, int max) {
        String text = parameters.first(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (NUMBER.matcher(text).matches() && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        faults.add(name, max == Integer.MAX_VALUE ? "must be a number from 1" : "must be in 1.." + max);
        return otherwise;
    }
}
