package com.sessionanalyzer.query.session.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.query.session.SessionTotals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The numbers that moved, each as before and after. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "each number that the change moved, as before and after; what did not move is missing")
record MovedNumbers(
        @Nullable List<Long> records,
        @Nullable List<Long> sessions,
        @Nullable List<Long> timedRecords,
        @Nullable List<Long> minutes,
        @Nullable List<Long> customers,
        @Nullable List<Long> duplicateCustomers,
        @Schema(description = "records per region") SortedMap<String, List<Long>> regions,
        @Schema(description = "records per source") SortedMap<String, List<Long>> sources,
        @Schema(description = "records per destination") SortedMap<String, List<Long>> destinations) {

    static MovedNumbers of(Moved moved) {
        return new MovedNumbers(
                moved.numbers().get(SessionTotals.RECORDS),
                moved.numbers().get(SessionTotals.SESSIONS),
                moved.numbers().get(SessionTotals.TIMED_RECORDS),
                moved.numbers().get(SessionTotals.MINUTES),
                moved.numbers().get(SessionTotals.CUSTOMERS),
                moved.numbers().get(SessionTotals.DUPLICATE_CUSTOMERS),
                moved.regions(),
                moved.sources(),
                moved.destinations());
    }
}
