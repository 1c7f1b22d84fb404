package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.session.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an import stands, all its tries together. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import", description = "How an import stands, all its tries together")
public record ImportAnswer(
        UUID id,

        @Schema(description = "as the sender calls it, often a file name", example = "2025.csv")
        String name,

        @Schema(allowableValues = {"running", "complete", "interrupted", "cancelled"})
        String state,

        @Schema(allowableValues = {"bulk", "stream"}) String channel,

        @JsonProperty("content_type") @Schema(example = "text/csv")
        String contentType,

        @JsonProperty("started_at")
        @Schema(description = "when its first byte came; time of receipt of all its records")
        Instant startedAt,

        @JsonProperty("updated_at") Instant updatedAt,

        @Schema(nullable = true, description = "bytes announced; missing when not known") @Nullable
        Long size,

        @Schema(description = "bytes of the content that are settled, unpacked")
        long bytes,

        @Schema(description = "lines of the content that are settled")
        long lines,

        @Schema(description = "records that are settled") long received,

        long recorded,
        long rejected,

        @Schema(
                description = "rejected records by the first rule that each breaks",
                example = "{\"region:required\": 3}")
        Map<String, Long> reasons,

        @Schema(description = "contains every record of it", example = "0@12,3@88")
        String position,

        @Nullable ImportProgress progress,

        ImportLinks links) {

    private static final Duration SILENCE = Duration.ofMinutes(2);

    static ImportAnswer of(BulkRun run) {
        return of(run.head().key().id(), run.delivery(), run.delivery().state(), ImportProgress.of(run));
    }

    /**
     * An import that no post to this process is at work on now.
     *
     * @param lastHere until when this process, or the one before it, may have been at work on it
     */
    static ImportAnswer of(UUID id, Delivery delivery, Instant lastHere, Instant now) {
        boolean isEnded = isPost(delivery) && !delivery.updatedAt().isAfter(lastHere);
        boolean isLeft = delivery.state() == DeliveryState.RUNNING && (isEnded || isSilent(delivery, now));
        return of(id, delivery, isLeft ? DeliveryState.INTERRUPTED : delivery.state(), null);
    }

    private static ImportAnswer of(UUID id, Delivery delivery, DeliveryState state, @Nullable ImportProgress progress) {
        return new ImportAnswer(
                id,
                delivery.name(),
                state.code(),
                delivery.channel(),
                delivery.contentType(),
                delivery.startedAt(),
                delivery.updatedAt(),
                delivery.size() < 0 ? null : delivery.size(),
                delivery.bytes(),
                delivery.lines(),
                delivery.received(),
                delivery.recorded(),
                delivery.rejected(),
                new TreeMap<>(delivery.reasons()),
                delivery.position().toString(),
                progress,
                ImportLinks.of(id, delivery.contentType()));
    }

    /** Whether it came by a post, which lives no longer than the process that takes it. */
    private static boolean isPost(Delivery delivery) {
        return delivery.channel().equals(Channel.BULK.code());
    }

    /** Whether nothing has come of it for so long that its sender seems to be gone; when more comes, it goes on. */
    private static boolean isSilent(Delivery delivery, Instant now) {
        return delivery.updatedAt().plus(SILENCE).isBefore(now);
    }

    /** How long it took, or takes up to now. */
    public Duration duration() {
        return Duration.between(startedAt, updatedAt);
    }
}
