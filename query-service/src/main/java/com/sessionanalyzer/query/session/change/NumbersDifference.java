package com.sessionanalyzer.query.session.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.query.session.SessionTotals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** By how much exactly this change moved each number. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "by how much exactly this change moved each number, whatever else happened at that time")
record NumbersDifference(
        @Nullable Long records,
        @Nullable Long sessions,
        @Nullable Long timedRecords,
        @Nullable Long minutes,
        @Nullable Long customers,
        @Nullable Long duplicateCustomers,
        SortedMap<String, Long> regions,
        SortedMap<String, Long> sources,
        SortedMap<String, Long> destinations) {

    static NumbersDifference of(Difference difference) {
        return new NumbersDifference(
                difference.numbers().get(SessionTotals.RECORDS),
                difference.numbers().get(SessionTotals.SESSIONS),
                difference.numbers().get(SessionTotals.TIMED_RECORDS),
                difference.numbers().get(SessionTotals.MINUTES),
                difference.numbers().get(SessionTotals.CUSTOMERS),
                difference.numbers().get(SessionTotals.DUPLICATE_CUSTOMERS),
                difference.regions(),
                difference.sources(),
                difference.destinations());
    }
}
