package com.sessionanalyzer.query.session.asof;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.sessionanalyzer.schema.Position;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What differs between two moments, of the records that a filter means, and which records explain it. Periods end with the
 * later moment for both.
 *
 * @param difference after less before, which is what the records add up to
 * @param total      how many records explain it
 * @param records    a page of them, the newest change first
 */
@Schema(name = "InsightsDifference")
@JsonNaming(SnakeCaseStrategy.class)
public record Difference(
        @JsonIgnore Position position,
        Instant fromAsOf,
        Instant toAsOf,
        Numbers before,
        Numbers after,
        Numbers difference,
        Reasons reasons,
        long total,
        int page,
        int pageSize,
        long totalPages,
        List<Changed> records) {

    /** What records add up to. */
    @Schema(name = "NumbersAsOf")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Numbers(
            long records,
            long customers,
            long duplicateCustomers,
            long sessionsReviewed,
            long recordsWithTimeConsumed,
            long timeConsumedMinutes) {

        Numbers minus(Numbers other) {
            return new Numbers(
                    records - other.records,
                    customers - other.customers,
                    duplicateCustomers - other.duplicateCustomers,
                    sessionsReviewed - other.sessionsReviewed,
                    recordsWithTimeConsumed - other.recordsWithTimeConsumed,
                    timeConsumedMinutes - other.timeConsumedMinutes);
        }
    }

    /**
     * How many records explain the difference, by what became of them: records after are those before and the added and entered
     * ones, less the deleted and those that left.
     *
     * @param entered corrected, and meant by the filter only since
     * @param left    corrected, and meant by the filter no more
     */
    @Schema(name = "DifferenceReasons")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Reasons(long added, long corrected, long deleted, long entered, long left) {

        long total() {
            return added + corrected + deleted + entered + left;
        }
    }

    /**
     * A record that explains a part.
     *
     * @param change {@code added}, {@code corrected}, {@code deleted}, {@code entered} or {@code left}
     * @param at     when it became what it is at the later moment
     * @param before what it said at the earlier moment; null when it was not there
     * @param after  what it says at the later moment; null when it is not there
     * @param fields that differ, when it was there at both
     */
    @Schema(name = "ChangedRecord")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Changed(
            UUID id,
            String change,
            Instant at,
            @Schema(nullable = true) @Nullable Content before,
            @Schema(nullable = true) @Nullable Content after,
            List<String> fields) {}

    /** What a record said. */
    @Schema(name = "RecordAsOf")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Content(
            String customer,
            String region,
            int sessions,
            String source,
            String destination,
            @Schema(nullable = true) @Nullable Integer timeConsumed,
            String observation,
            @Schema(nullable = true) @Nullable String highlightType,
            @Schema(nullable = true) @Nullable String highlightUrl,
            @Schema(nullable = true) @Nullable String highlightDetails,
            Instant uploadedAt,
            LocalDate localDay) {}
}
