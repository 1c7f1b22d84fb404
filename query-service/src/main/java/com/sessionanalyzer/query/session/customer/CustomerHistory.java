package com.sessionanalyzer.query.session.customer;

import com.sessionanalyzer.query.session.insight.DayTotal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the records of one customer say, from one state of the database.
 *
 * @param routes     from most to fewest records
 * @param highlights per type, from most to fewest records
 * @param days       those with records, oldest first
 * @param newest     the newest records, newest first, at most as many as the page lists
 * @param asOf       when the newest record of the database was received
 */
public record CustomerHistory(
        Totals totals,
        List<Route> routes,
        List<HighlightCount> highlights,
        List<DayTotal> days,
        List<Visit> newest,
        Instant asOf) {

    /**
     * What the records add up to.
     *
     * @param name  the newest spelling
     * @param timed records whose minutes are known
     */
    public record Totals(
            String key,
            String name,
            long records,
            long sessions,
            long timed,
            long minutes,
            long highlighted,
            Instant first,
            Instant last) {}

    /** Records from a source to a destination in a region. */
    public record Route(String region, String source, String destination, long records, long minutes) {}

    /** Records with a highlight of one type. */
    public record HighlightCount(String type, long records) {}

    /**
     * One record.
     *
     * @param observation may be empty
     */
    public record Visit(
            UUID id,
            Instant uploadedAt,
            String region,
            int sessions,
            String source,
            String destination,
            @Nullable Integer minutes,
            String observation,
            @Nullable String highlightType,
            @Nullable String highlightUrl) {}
}
