package com.sessionanalyzer.query.session.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A name for what the reports are asked for.
 *
 * @param query what an address of the reports says after the question mark
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SavedView(
        UUID id,
        @Schema(example = "EU, most minutes first") String name,

        @Schema(example = "sort=-time_consumed,customer&period=90d&region=EU")
        String query,

        Instant createdAt,
        Instant updatedAt) {

    public static final int MAX_NAME_LENGTH = 80;
    static final int MAX_QUERY_LENGTH = 4_000;

    /** The address of its rows. */
    String rows() {
        return query.isEmpty() ? "/reports" : "/reports?" + query;
    }
}
