package com.sessionanalyzer.query.session.insights;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.sessionanalyzer.query.session.Insights;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The numbers of the records that a filter means, all of one snapshot.
 *
 * @param insights   the same numbers as of everything, of these records alone
 * @param period     the days that are meant and how they are cut
 * @param filter     the parameters of an address that ask for the same
 * @param measures   each measure of all these records
 * @param series     each measure of each bucket, oldest first
 * @param comparison the same in other days; null when nothing is compared
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FilteredInsights(
        @JsonUnwrapped Insights insights,
        Days period,
        String filter,
        Map<String, @Nullable BigDecimal> measures,
        List<SeriesBucket> series,

        @Schema(nullable = true) @Nullable Compared comparison) {

    /**
     * The days that are meant and how they are cut.
     *
     * @param code  7d, 30d, 90d, 1y, all or range
     * @param from  the first day
     * @param to    the last day
     * @param grain day, week or month
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Days(String code, String label, LocalDate from, LocalDate to, String grain) {}

    /**
     * The same records in other days.
     *
     * @param compare previous or year
     * @param from    the first day of those it is compared with
     * @param to      their last day
     * @param changes by measure
     * @param series  each measure of each bucket of those days; there may be one more or less than in the period
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Compared(
            String compare, LocalDate from, LocalDate to, Map<String, Change> changes, List<SeriesBucket> series) {}

    /** The same with shorter lists of duplicates and combinations. 0 shortens nothing. */
    public FilteredInsights withListsOfAtMost(int limit) {
        return new FilteredInsights(insights.withListsOfAtMost(limit), period, filter, measures, series, comparison);
    }
}
