package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sessionanalyzer.intake.session.alias.EarlierReviews.Earlier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was recorded of a record's customer before it. */
@Schema(name = "EarlierReviews", description = "what was recorded of the customer before")
record UploadEarlier(
        @Schema(description = "how the customer is shown that the record went to", example = "mediconas.cz")
        String customer,

        @Schema(description = "its records before this post", example = "2")
        long records,

        @JsonProperty("last_review") @Schema(description = "event time of the newest of them, UTC")
        Instant lastReview) {

    static @Nullable UploadEarlier of(@Nullable Earlier earlier) {
        return earlier == null ? null : new UploadEarlier(earlier.customer(), earlier.records(), earlier.last());
    }
}
