package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.intake.session.Outcome;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.schema.session.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API says about one record of a post. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one record of a post")
record UploadResult(
        @Schema(description = "whether it was recorded") boolean success,
        @Nullable SessionData data,

        @Schema(description = "what was sent and is not recorded; only when there is any") @Nullable
        List<Violation> warnings,

        @Schema(description = "why it was not recorded") @Nullable
        String error,

        @Schema(description = "every rule that it breaks") @Nullable
        List<Violation> errors,

        @Schema(description = "its first line in the post, from 1; missing when the post has no lines") @Nullable
        Integer line) {

    static UploadResult of(Outcome outcome) {
        return outcome.fold(UploadResult::recorded, UploadResult::notRecorded);
    }

    private static UploadResult recorded(Outcome.Recorded recorded) {
        List<Violation> warnings = recorded.warnings().isEmpty() ? null : recorded.warnings();
        return new UploadResult(true, SessionData.of(recorded.session()), warnings, null, null, line(recorded.line()));
    }

    private static UploadResult notRecorded(Outcome.NotRecorded outcome) {
        Parsed.Rejected rejected = outcome.rejected();
        return new UploadResult(
                false, null, null, Refusals.sentence(rejected), rejected.violations(), line(rejected.line()));
    }

    private static @Nullable Integer line(int line) {
        return line == 0 ? null : line;
    }
}
