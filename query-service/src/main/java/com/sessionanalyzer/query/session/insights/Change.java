package com.sessionanalyzer.query.session.insights;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A measure in two windows.
 *
 * @param value    in the window that was asked for
 * @param previous in the one it is compared with
 * @param changePct the change in percent of the previous value, one decimal; null when there is none or it is 0
 * @param changePoints the change in percentage points, of rates alone
 * @param better   more, less or neither
 * @param verdict  better, worse, same, neutral or unknown
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Change(
        @Schema(nullable = true) @Nullable BigDecimal value,
        @Schema(nullable = true) @Nullable BigDecimal previous,

        @JsonProperty("change_pct") @Schema(nullable = true) @Nullable
        BigDecimal changePct,

        @JsonProperty("change_points") @Schema(nullable = true) @Nullable
        BigDecimal changePoints,

        String better,
        String verdict) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Change of(SessionMeasure measure, SessionSums now, SessionSums before) {
        BigDecimal value = measure.of(now);
        BigDecimal previous = measure.of(before);
        BigDecimal difference = value == null || previous == null ? null : value.subtract(previous);
        return new Change(
                value,
                previous,
                difference == null || previous == null || previous.signum() == 0 ? null : percent(difference, previous),
                measure.isRate() ? difference : null,
                measure.better().code(),
                (difference == null ? Verdict.UNKNOWN : measure.better().verdict(difference.signum())).code());
    }

    private static BigDecimal percent(BigDecimal difference, BigDecimal previous) {
        return difference.multiply(HUNDRED).divide(previous, 1, RoundingMode.HALF_UP);
    }
}
