package com.sessionanalyzer.query.session.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.query.session.rows.SessionView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a change that was done; parts that do not apply are missing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "what was done, and what it moved")
record ChangeAnswer(
        boolean success,

        @Schema(description = "the record as it is now; only after a correction") @Nullable
        SessionView data,

        @Schema(description = "names of the fields that changed; none when the record said all of it already") @Nullable
        List<String> changed,

        @Schema(description = "records deleted; only after an erasure") @Nullable
        Long records,

        @Schema(description = "rejections deleted; only after an erasure") @Nullable
        Long rejections,

        @Schema(description = "missing when nothing moved, or while the numbers are not loaded") @Nullable
        MovedNumbers moved,

        @Schema(
                description =
                        "whether the numbers after were read again; otherwise they are those before and the difference")
        @Nullable
        Boolean settled,

        @Nullable NumbersDifference difference) {

    static ChangeAnswer corrected(
            SessionView data, List<String> changed, @Nullable Moved moved, Difference difference) {
        return new ChangeAnswer(
                true, data, changed, null, null, numbers(moved), settled(moved), NumbersDifference.of(difference));
    }

    static ChangeAnswer deleted(@Nullable Moved moved, Difference difference) {
        return new ChangeAnswer(
                true, null, null, null, null, numbers(moved), settled(moved), NumbersDifference.of(difference));
    }

    static ChangeAnswer erased(Erased erased, @Nullable Moved moved) {
        return new ChangeAnswer(
                true,
                null,
                null,
                erased.records(),
                erased.rejections(),
                numbers(moved),
                settled(moved),
                NumbersDifference.of(erased.difference()));
    }

    private static @Nullable MovedNumbers numbers(@Nullable Moved moved) {
        return moved == null ? null : MovedNumbers.of(moved);
    }

    private static @Nullable Boolean settled(@Nullable Moved moved) {
        return moved == null ? null : moved.settled();
    }
}
