package com.sessionanalyzer.query.session.insights;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The groups of a query, all of one snapshot.
 *
 * @param asOf      when the newest record contained was received; null when there is none
 * @param version   grows with each change of the snapshot in this process
 * @param filter    the parameters of an address that ask for the same records
 * @param columns   the names of the groups and measures, in their order; {@code partial} follows a stretch of days
 * @param totals    the measures of all records that are meant; distinct customers do not add up
 * @param groups    how many rows there are without a limit
 * @param rows      values by column
 */
@JsonNaming(SnakeCaseStrategy.class)
public record QueryAnswer(
        @Schema(nullable = true) @Nullable Instant asOf,
        String position,
        long version,
        FilteredInsights.Days period,
        String filter,
        List<String> columns,
        Map<String, @Nullable BigDecimal> totals,
        int groups,
        List<Map<String, @Nullable Object>> rows) {}
