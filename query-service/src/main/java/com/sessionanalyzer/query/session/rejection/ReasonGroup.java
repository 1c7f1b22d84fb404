package com.sessionanalyzer.query.session.rejection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The rejections of one reason.
 *
 * @param reason field and rule, as in {@code sessions:not-a-number}
 * @param newest when the last of them was received
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(description = "the rejections of one reason")
public record ReasonGroup(String reason, String field, String rule, long count, Instant newest, Example example) {

    /** For people, as in "Sessions: not a number". */
    public String words() {
        return new RejectionReason(field, rule).words();
    }

    /**
     * One of a group.
     *
     * @param value   as it was sent, shortened
     * @param message a sentence about the rule
     */
    @Schema(name = "ReasonExample", description = "one of a group")
    public record Example(UUID id, String value, String message) {}
}
