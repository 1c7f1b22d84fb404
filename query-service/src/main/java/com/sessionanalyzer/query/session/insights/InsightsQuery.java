package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.util.List;

/**
 * Any grouping of filtered records.
 *
 * @param groups   at most one of them is a stretch of days; none makes one row of everything
 * @param measures at least one
 * @param order    what rows are ordered by first; what is equal then is ordered by the groups
 * @param limit    rows at most
 */
public record InsightsQuery(
        Asked asked, List<SessionGroup> groups, List<SessionMeasure> measures, List<RowOrder> order, int limit) {

    public static final int DEFAULT_LIMIT = 1_000;
    public static final int MAX_LIMIT = 100_000;

    public InsightsQuery {
        groups = List.copyOf(groups);
        measures = List.copyOf(measures);
        order = List.copyOf(order);
    }

    /** The same of other records. */
    public InsightsQuery of(SessionFilter filter) {
        return new InsightsQuery(asked.of(filter), groups, measures, order, limit);
    }

    /**
     * What rows are ordered by.
     *
     * @param column     name of a group or a measure that is asked for
     * @param descending the largest first; what has no value comes last in any case
     */
    public record RowOrder(String column, boolean descending) {}
}
