package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How fast an import that is at work comes along. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportProgress", description = "How fast an import that is at work comes along")
public record ImportProgress(
        @JsonProperty("dry_run") @Schema(description = "whether it is only read")
        boolean dryRun,

        @Schema(description = "records of this try that an earlier one settled")
        long replayed,

        @Schema(description = "bytes that have arrived in this try, as they are sent")
        long arrived,

        @Schema(description = "records a second, since this try began")
        long rate,

        @Schema(nullable = true, description = "share of the announced bytes that has arrived, from 0 to 1") @Nullable
        Double share,

        @JsonProperty("seconds_left")
        @Schema(nullable = true, description = "estimated; missing when the size is not known")
        @Nullable
        Long secondsLeft) {

    private static final double MILLIS_PER_SECOND = 1_000;

    static ImportProgress of(BulkRun run) {
        double seconds = Math.max(1, run.age().toMillis()) / MILLIS_PER_SECOND;
        long arrived = run.arrived();
        long size = run.head().size();
        BulkTotals totals = run.totals();
        boolean isKnown = size > 0 && arrived > 0;
        return new ImportProgress(
                run.head().dryRun(),
                totals.replayed(),
                arrived,
                Math.round(totals.received() / seconds),
                size > 0 ? Math.min(1, (double) arrived / size) : null,
                isKnown ? Math.round(Math.max(0, size - arrived) * seconds / arrived) : null);
    }
}
