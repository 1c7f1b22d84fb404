package com.sessionanalyzer.query.session;

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
        @Nullable Integer timeConsumed,
        String observation,
        boolean hasHighlight,
        @Nullable String highlightUrl,
        @Nullable String highlightType,
        @Nullable String highlightDetails,
        Instant uploadedAt,
        Instant createdAt) {}
