package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.intake.session.SessionReceipt;
import com.sessionanalyzer.schema.session.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's answer to a post of which at least one record was recorded. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "data for one record, results for several")
record UploadAnswer(
        @Schema(description = "whether every record was recorded")
        boolean success,

        @Nullable SessionData data,

        @Schema(description = "what was sent and is not recorded; only when there is any") @Nullable
        List<Violation> warnings,

        @Nullable List<UploadResult> results) {

    static UploadAnswer of(SessionReceipt receipt) {
        List<UploadResult> results =
                receipt.outcomes().stream().map(UploadResult::of).toList();
        return results.size() == 1
                ? new UploadAnswer(true, results.get(0).data(), results.get(0).warnings(), null)
                : new UploadAnswer(receipt.rejected().isEmpty(), null, null, results);
    }
}
