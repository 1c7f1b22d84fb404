package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.intake.session.Outcome;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.alias.EarlierReviews.Earlier;
import com.sessionanalyzer.schema.session.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API says about one record of a post. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one record of a post")
record UploadResult(
        @Schema(description = "whether it was recorded") boolean success,
        @Nullable SessionData data,

        @Schema(description = "what was recorded of the customer before; missing when it is new, or not known here")
        @Nullable
        UploadEarlier earlier,

        @Schema(description = "what was sent and is not recorded; only when there is any") @Nullable
        List<Violation> warnings,

        @Schema(description = "why it was not recorded") @Nullable
        String error,

        @Schema(description = "every rule that it breaks") @Nullable
        List<Violation> errors,

        @Schema(description = "its first line in the post, from 1; missing when the post has no lines") @Nullable
        Integer line) {

    static UploadResult of(Outcome outcome, Map<String, Earlier> earlier) {
        return outcome.fold(recorded -> recorded(recorded, earlier), UploadResult::notRecorded);
    }

    private static UploadResult recorded(Outcome.Recorded recorded, Map<String, Earlier> earlier) {
        SessionData data = SessionData.of(recorded.session());
        List<Violation> warnings = recorded.warnings().isEmpty() ? null : recorded.warnings();
        return new UploadResult(
                true,
                data,
                UploadEarlier.of(earlier.get(data.customer())),
                warnings,
                null,
                null,
                line(recorded.line()));
    }

    private static UploadResult notRecorded(Outcome.NotRecorded outcome) {
        Parsed.Rejected rejected = outcome.rejected();
        return new UploadResult(
                false, null, null, null, Refusals.sentence(rejected), rejected.violations(), line(rejected.line()));
    }

    private static @Nullable Integer line(int line) {
        return line == 0 ? null : line;
    }
}
