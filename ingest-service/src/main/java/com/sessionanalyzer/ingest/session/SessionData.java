package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record as the API shows it. */
@Schema(name = "SessionRecord", description = "A record of a review of sessions")
record SessionData(
        UUID id,

        @Schema(example = "mediconas.cz") String customer,

        @Schema(example = "EU") String region,

        @Schema(minimum = "1", maximum = "100000", example = "3")
        int sessions,

        @Schema(example = "FB Pages") String source,

        @Schema(example = "BQ") String destination,

        @JsonProperty("time_consumed")
        @Schema(nullable = true, description = "minutes", minimum = "1", maximum = "120", example = "15")
        @Nullable
        Integer timeConsumed,

        @Schema(description = "empty when there is none") String observation,

        @JsonProperty("has_highlight") boolean hasHighlight,

        @JsonProperty("highlight_url") @Schema(nullable = true) @Nullable
        String highlightUrl,

        @JsonProperty("highlight_type")
        @Schema(
                nullable = true,
                allowableValues = {"error_gap", "error_wrong", "feature_request", "wrong_behaviour", "other"})
        @Nullable
        String highlightType,

        @JsonProperty("highlight_details") @Schema(nullable = true) @Nullable
        String highlightDetails,

        @JsonProperty("uploaded_at") @Schema(description = "event time, UTC")
        Instant uploadedAt,

        @JsonProperty("created_at") @Schema(description = "time of receipt, UTC")
        Instant createdAt) {

    static SessionData of(SessionRecord session) {
        Highlight highlight = session.highlight();
        return new SessionData(
                session.id(),
                session.customer().spelling(),
                session.region(),
                session.sessions(),
                session.source(),
                session.destination(),
                session.minutes(),
                session.observation(),
                highlight != null,
                highlight == null ? null : highlight.url(),
                highlight == null ? null : highlight.type().code(),
                highlight == null ? null : highlight.details(),
                session.uploadedAt(),
                session.createdAt());
    }
}
