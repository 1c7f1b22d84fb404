package com.sessionanalyzer.query.session.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.query.session.change.CustomerMerges.Merged;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The answer to a merge, or to undoing one. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "what was merged or put back, and what that moved")
record MergeAnswer(
        boolean success,

        MergeView merge,

        @Schema(description = "records that this request moved; none when it was done before")
        long movedRecords,

        @Schema(description = "missing when nothing moved, or while the numbers are not loaded") @Nullable
        MovedNumbers moved,

        @Schema(
                description =
                        "whether the numbers after were read again; otherwise they are those before and the difference")
        @Nullable
        Boolean settled,

        NumbersDifference difference) {

    static MergeAnswer of(Merged merged, @Nullable Moved moved) {
        return new MergeAnswer(
                true,
                MergeView.of(merged.key(), merged.alias()),
                merged.move().records(),
                moved == null ? null : MovedNumbers.of(moved),
                moved == null ? null : moved.settled(),
                NumbersDifference.of(merged.move().difference()));
    }
}
