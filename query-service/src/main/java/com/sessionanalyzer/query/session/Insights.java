package com.sessionanalyzer.query.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.sessionanalyzer.schema.Position;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * All numbers of an organization, from one snapshot. Distributions count records, ordered by count descending, then name.
 *
 * @param version                 grows with each change of the snapshot in this process
 * @param position                exactly the records contained
 * @param asOf                    when the newest record contained was received
 * @param duplicateCustomers      customers with more than one record, at most as many as were asked for
 * @param combinations            records per customer, source and destination, at most as many as were asked for
 * @param timeConsumedDistribution records per minute value, ascending
 * @param dailyTimeConsumed       only days with timed records, ascending; its session count counts records
 */
@JsonIgnoreProperties({"organization", "version", "position", "asOf"})
@JsonNaming(SnakeCaseStrategy.class)
public record Insights(
        String organization,
        long version,
        Position position,
        Instant asOf,
        long totalSessionsReviewed,
        long totalCustomers,
        long totalRecords,
        List<Duplicate> duplicateCustomers,
        long duplicateCustomersCount,
        Map<String, Long> regionDistribution,
        Map<String, Long> sourceDistribution,
        Map<String, Long> destinationDistribution,
        int regionsCovered,
        int sourcesCovered,
        int destinationsCovered,
        Map<String, Long> customersByRegion,
        Map<String, Long> customersBySource,
        Map<String, Long> customersByDestination,
        List<Combination> combinations,
        long combinationsCount,
        List<Route> routes,
        List<UploadsOnDate> uploadsByDate,
        long sessionsWithTimeConsumed,
        Map<Integer, Long> timeConsumedDistribution,
        List<DailyTime> dailyTimeConsumed,
        long totalTimeConsumedMinutes,
        BigDecimal totalTimeConsumedHours) {

    /** The same with shorter lists of duplicates and combinations; their counts stay. 0 shortens nothing. */
    public Insights withListsOfAtMost(int limit) {
        return limit == 0 || (duplicateCustomers.size() <= limit && combinations.size() <= limit)
                ? this
                : new Insights(
                        organization,
                        version,
                        position,
                        asOf,
                        totalSessionsReviewed,
                        totalCustomers,
                        totalRecords,
                        first(duplicateCustomers, limit),
                        duplicateCustomersCount,
                        regionDistribution,
                        sourceDistribution,
                        destinationDistribution,
                        regionsCovered,
                        sourcesCovered,
                        destinationsCovered,
                        customersByRegion,
                        customersBySource,
                        customersByDestination,
                        first(combinations, limit),
                        combinationsCount,
                        routes,
                        uploadsByDate,
                        sessionsWithTimeConsumed,
                        timeConsumedDistribution,
                        dailyTimeConsumed,
                        totalTimeConsumedMinutes,
                        totalTimeConsumedHours);
    }

    /** When the newest record contained was received; null when there is none. */
    @JsonProperty("as_of")
    @Schema(nullable = true, description = "when the newest record contained was received")
    public @Nullable Instant newestRecord() {
        return asOf.equals(Instant.EPOCH) ? null : asOf;
    }

    private static <T> List<T> first(List<T> list, int limit) {
        return list.subList(0, Math.min(limit, list.size()));
    }

    /** A customer with more than one record. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Duplicate(String customer, long occurrences) {}

    /** Records of a customer from a source to a destination. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Combination(String customer, String source, String destination, long count) {}

    /** Records from a source to a destination. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Route(String source, String destination, long records) {}

    /** Records of a local day. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record UploadsOnDate(LocalDate date, long count) {}

    /** Minutes of a local day's timed records; hours are rounded half up to two decimals. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record DailyTime(LocalDate date, long totalMinutes, long sessionCount, BigDecimal hours) {}
}
