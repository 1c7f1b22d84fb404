package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.session.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a bulk post that is settled whole. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of a bulk post: received = recorded + replayed + rejected")
record BulkAnswer(
        @Schema(description = "of the import; all tries with the same Idempotency-Key have the same")
        UUID id,

        @Schema(description = "as the sender calls it", example = "2025.csv")
        String name,

        @Schema(allowableValues = {"complete", "dry-run"}) String state,

        @Schema(description = "records of this post") long received,

        @Schema(description = "recorded by this post, or what would be")
        long recorded,

        @Schema(description = "settled by an earlier try with the same Idempotency-Key")
        long replayed,

        @Schema(description = "rejected by this post, or what would be")
        long rejected,

        @Schema(description = "bytes of the content, unpacked")
        long bytes,

        @Schema(description = "lines of the content") long lines,

        @Schema(description = "the first 1,000 rules that records of this post break")
        List<Violation> rejections,

        @Schema(description = "all tries together") Total total,

        @Schema(
                description =
                        "send it as Session-Position with a read, which waits some seconds for every record of it",
                example = "0@12,3@88")
        String position,

        @Schema(description = "missing in a dry run, which leaves nothing") @Nullable
        ImportLinks links) {

    static BulkAnswer of(BulkRun run) {
        BulkTotals totals = run.totals();
        Delivery delivery = run.delivery();
        return new BulkAnswer(
                run.head().key().id(),
                run.head().name(),
                run.state(),
                totals.received(),
                totals.recorded(),
                totals.replayed(),
                totals.rejected(),
                delivery.bytes(),
                delivery.lines(),
                run.rejections(),
                new Total(delivery.received(), delivery.recorded(), delivery.rejected()),
                delivery.position().toString(),
                run.isImport()
                        ? ImportLinks.of(run.head().key().id(), run.head().contentType())
                        : null);
    }

    /** All tries of an import together. */
    @Schema(name = "BulkTotal")
    record Total(long received, long recorded, long rejected) {}
}
