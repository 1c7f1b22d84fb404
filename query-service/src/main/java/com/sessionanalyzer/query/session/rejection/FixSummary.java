package com.sessionanalyzer.query.session.rejection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a rule does, or would do, to the records of a group.
 *
 * @param selected      rejections that were looked at; those that are fixed and those that are still rejected
 * @param unchanged     of those still rejected, the ones that the rule did not change
 * @param remaining     rejections that were not looked at, because one request is bounded
 * @param next          to go on after; null when nothing remains
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FixSummary(
        boolean dryRun,
        long selected,
        long fixed,
        long stillRejected,
        long unchanged,
        List<Example> examples,
        List<ReasonLeft> reasonsLeft,
        long remaining,

        @Schema(nullable = true, description = "send it as after, to go on with what remains") @Nullable
        UUID next) {

    public FixSummary {
        examples = List.copyOf(examples);
        reasonsLeft = List.copyOf(reasonsLeft);
    }

    /**
     * A record before and after.
     *
     * @param fixed      whether it keeps every rule now
     * @param violations what it still breaks, as sentences
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "FixExample")
    public record Example(UUID id, boolean fixed, String before, String after, List<String> violations) {

        public Example {
            violations = List.copyOf(violations);
        }
    }

    /** Why records are still rejected, and how many. */
    @Schema(name = "ReasonLeft")
    public record ReasonLeft(String reason, long count) {

        /** For people, as in "Sessions: not a number". */
        public String words() {
            return RejectionReason.ofCode(reason).words();
        }
    }
}
