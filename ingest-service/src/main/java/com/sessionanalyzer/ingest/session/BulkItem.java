package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.schema.session.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one record of a bulk post, or of all those that an earlier try settled. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one record of a bulk post")
record BulkItem(
        @Schema(description = "its first line in the content, from 1")
        long line,

        @Schema(allowableValues = {"recorded", "rejected", "replayed"})
        String fate,

        @Schema(description = "of the record, or of its rejection") @Nullable
        UUID id,

        @Schema(description = "every rule that it breaks") @Nullable
        List<Violation> violations,

        @Schema(description = "what was sent and is not recorded; only when there is any") @Nullable
        List<Violation> warnings,

        @Schema(description = "how many there are; only with the fate replayed") @Nullable
        Long records,

        @JsonProperty("end_line") @Schema(description = "the last line of them; only with the fate replayed") @Nullable
        Long endLine) {

    static BulkItem of(UUID delivery, long index, BulkOutcome outcome) {
        UUID id = RecordIds.derived(delivery, index);
        List<Violation> findings = outcome.findings();
        return outcome.isRecorded()
                ? new BulkItem(outcome.line(), "recorded", id, null, findings.isEmpty() ? null : findings, null, null)
                : new BulkItem(outcome.line(), "rejected", id, findings, null, null, null);
    }

    static BulkItem replayed(long records, long lines) {
        return new BulkItem(1, "replayed", null, null, null, records, lines);
    }
}
