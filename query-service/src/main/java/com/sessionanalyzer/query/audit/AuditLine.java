package com.sessionanalyzer.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** One change as it is shown and answered. */
@JsonNaming(SnakeCaseStrategy.class)
public record AuditLine(
        @Schema(description = "from 1, without a gap") long sequence,
        UUID id,
        Instant at,

        @Schema(description = "who did it; anonymous without credentials", example = "anonymous")
        String actor,

        @Schema(example = "session") String domain,

        @Schema(description = "what was done", example = "record.corrected")
        String action,

        @Schema(description = "id of what was changed; of a customer the SHA-256 of its key")
        String subject,

        @Schema(description = "what else is known, such as the names of changed fields")
        Map<String, String> facts,

        @Schema(description = "the numbers that moved, before")
        Map<String, Long> before,

        @Schema(description = "the same numbers, after") Map<String, Long> after,

        @Schema(description = "SHA-256 of the hash before, followed by the entry's bytes in the log")
        String hash) {}
