package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.search.SearchText;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows, in which order.
 *
 * @param today    the date in the organization's time zone, on which the filter's period ends
 * @param search   what the rows contain, see {@link SearchText}; may be empty
 * @param page     from 1; with a place it is only how the page is called
 * @param pageSize 1 to 100
 * @param place    where the page begins, or, read backward, ends; null for the page of this number
 */
public record SessionQuery(
        SessionFilter filter,
        LocalDate today,
        String search,
        RowOrder order,
        int page,
        int pageSize,
        @Nullable RowPlace place) {

    public static final int MAX_PAGE_SIZE = 100;
    public static final int DEFAULT_PAGE_SIZE = 20;
    public static final int MAX_SEARCH_LENGTH = 200;

    /** Rows that are skipped to come to a page by its number, at most; places lead further. */
    public static final int MAX_SKIPPED = 1_000_000;

    public SessionQuery {
        if (page < 1) {
            throw new IllegalArgumentException("page must be 1 or more, was " + page);
        }
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("page_size must be in 1.." + MAX_PAGE_SIZE + ", was " + pageSize);
        }
        if (place == null && (page - 1L) * pageSize > MAX_SKIPPED) {
            throw new IllegalArgumentException("page " + page + " must not begin after row " + MAX_SKIPPED);
        }
        if (place != null && !place.order().equals(order)) {
            throw new IllegalArgumentException("place must be one of the order " + order.text());
        }
        if (search.length() > MAX_SEARCH_LENGTH) {
            throw new IllegalArgumentException("q must have at most " + MAX_SEARCH_LENGTH + " characters");
        }
    }

    /** The first rows of everything, newest first. */
    public static SessionQuery newest(LocalDate today) {
        return new SessionQuery(SessionFilter.EVERYTHING, today, "", RowOrder.NEWEST_FIRST, 1, DEFAULT_PAGE_SIZE, null);
    }

    public SessionQuery page(int number) {
        return new SessionQuery(filter, today, search, order, number, pageSize, null);
    }

    public SessionQuery at(RowPlace other, int number) {
        return new SessionQuery(filter, today, search, order, number, pageSize, other);
    }

    /** The same page, called by this number. */
    public SessionQuery isPage(int number) {
        return place == null ? page(number) : at(place, number);
    }

    /** The last of so many pages: by its number when it can be, so that it is cut like the others. */
    public SessionQuery last(long pages) {
        return (pages - 1) * pageSize <= MAX_SKIPPED
                ? page(Math.toIntExact(pages))
                : at(new RowPlace(order, true, List.of()), Math.toIntExact(pages));
    }

    public SessionQuery orderedBy(RowOrder other) {
        return new SessionQuery(filter, today, search, other, 1, pageSize, null);
    }

    public SessionQuery filteredBy(SessionFilter other) {
        return new SessionQuery(other, today, search, order, 1, pageSize, null);
    }

    /** The same page of other records. */
    public SessionQuery of(SessionFilter other) {
        return new SessionQuery(other, today, search, order, page, pageSize, place);
    }

    /** Whether neither a filter nor a search leaves anything out. */
    public boolean isEverything() {
        return filter.isEverything() && search.isEmpty();
    }

    SearchText searched() {
        return SearchText.parse(search);
    }

    /** The rows, for whoever asks a table with the columns of {@code session_record}. */
    public RowConditions conditions(OrganizationId organization) {
        RowConditions conditions = RowConditions.of(organization, filter, today);
        return search.isEmpty() ? conditions : conditions.containing(searched());
    }
}
