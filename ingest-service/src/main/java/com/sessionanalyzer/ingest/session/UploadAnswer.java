package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.intake.session.SessionReceipt;
import com.sessionanalyzer.intake.session.alias.EarlierReviews.Earlier;
import com.sessionanalyzer.schema.session.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
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

        @Schema(description = "what was recorded of the customer before; missing when it is new, or not known here")
        @Nullable
        UploadEarlier earlier,

        @Nullable List<UploadResult> results) {

    static UploadAnswer of(SessionReceipt receipt, Map<String, Earlier> earlier) {
        List<UploadResult> results = receipt.outcomes().stream()
                .map(outcome -> UploadResult.of(outcome, earlier))
                .toList();
        UploadResult first = results.get(0);
        return results.size() == 1
                ? new UploadAnswer(true, first.data(), first.warnings(), first.earlier(), null)
                : new UploadAnswer(receipt.rejected().isEmpty(), null, null, null, results);
    }
}
