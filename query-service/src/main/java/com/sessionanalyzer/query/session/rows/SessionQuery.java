package com.sessionanalyzer.query.session.rows;

/**
 * Which rows, in which order.
 *
 * @param page     from 1
 * @param pageSize 1 to 100
 * @param search   words that customer, region, source, destination or observation contain, whatever their case; may be empty
 */
public record SessionQuery(int page, int pageSize, String search, SessionSort sort, boolean descending) {

    public static final int MAX_PAGE_SIZE = 100;
    public static final int DEFAULT_PAGE_SIZE = 20;
    public static final int MAX_SEARCH_LENGTH = 200;

    public SessionQuery {
        if (page < 1) {
            throw new IllegalArgumentException("page must be 1 or more, was " + page);
        }
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("page_size must be in 1.." + MAX_PAGE_SIZE + ", was " + pageSize);
        }
        if (search.length() > MAX_SEARCH_LENGTH) {
            throw new IllegalArgumentException("q must have at most " + MAX_SEARCH_LENGTH + " characters");
        }
    }
}
