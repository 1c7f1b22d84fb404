package com.sessionanalyzer.query.session.rows;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One record as it is shown and answered.
 *
 * @param customer      the spelling that was seen first for this customer
 * @param timeConsumed  minutes
 * @param highlightType code such as {@code error_gap}
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SessionView(
        UUID id,
        String customer,
        String region,
        int sessions,
        String source,
        String destination,
        @Schema(nullable = true) @Nullable Integer timeConsumed,
        String observation,
        boolean hasHighlight,
        @Schema(nullable = true) @Nullable String highlightUrl,
        @Schema(nullable = true) @Nullable String highlightType,
        @Schema(nullable = true) @Nullable String highlightDetails,
        Instant uploadedAt,
        Instant createdAt) {}
