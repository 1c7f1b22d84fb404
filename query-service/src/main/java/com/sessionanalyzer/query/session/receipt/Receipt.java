package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.schema.session.SessionTopics;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What became of a record that came in. Each part is null when it did not happen, or is not known any more.
 *
 * @param received what is known of how it came in; of a deleted record without its sender
 * @param recorded where its first version stands in the log
 * @param history  all entries of the log about it, the oldest first, and who wrote them
 * @param counted  whether the numbers contain the newest of them
 * @param stored   whether the rows contain it
 * @param changes  what the audit log says about it, the oldest first
 * @param deleted  its end
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Receipt")
public record Receipt(
        UUID id,
        @Schema(allowableValues = {"record", "rejection"}) String kind,

        @Schema(
                description = "what it is now",
                allowableValues = {"recorded", "corrected", "deleted", "rejected", "resubmitted", "dismissed"})
        String state,

        @Nullable Received received,
        @Nullable Logged recorded,
        List<Entry> history,
        @Nullable Counted counted,
        @Nullable Stored stored,
        List<Change> changes,
        @Nullable Entry deleted,
        @Nullable Rejected rejected) {

    public Receipt {
        history = List.copyOf(history);
        changes = List.copyOf(changes);
    }

    /** How it came in. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ReceiptReceived")
    public record Received(
            Instant at,

            @Schema(description = "the door it came through", example = "bulk")
            String channel,

            @Schema(
                    types = {"string", "null"},
                    description = "who sent it; null when not known")
            @Nullable
            String sender,

            @Schema(
                    types = {"string", "null"},
                    format = "uuid",
                    description = "what it was sent in, such as an import")
            @Nullable
            UUID delivery,

            @Schema(
                    types = {"integer", "null"},
                    description = "its first line in what was sent")
            @Nullable
            Integer line,

            @Schema(
                    types = {"string", "null"},
                    format = "uuid",
                    description = "the rejection that it puts right")
            @Nullable
            UUID rejection) {}

    /** A place in the log. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ReceiptLogged")
    public record Logged(
            String topic,

            @Schema(
                    types = {"integer", "null"},
                    description = "null when it was compacted away before the database was filled")
            @Nullable
            Integer partition,

            @Schema(types = {"integer", "null"}) @Nullable Long offset,
            Instant at) {

        static Logged compactedAway(Instant at) {
            return new Logged(SessionTopics.RECORDS, null, null, at);
        }

        /** As in {@code session-records-3@88}; null when it is not known any more. */
        public @Nullable String place() {
            return partition == null ? null : topic + "-" + partition + "@" + offset;
        }
    }

    /** What the log says of it at one place. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ReceiptEntry")
    public record Entry(
            @Schema(
                    description = "moved is the end of a version that was corrected to another customer",
                    allowableValues = {"recorded", "corrected", "moved", "deleted"})
            String what,

            @Schema(
                    types = {"integer", "null"},
                    description = "how often it was corrected; null when this is no version")
            @Nullable
            Integer revision,

            @Schema(
                    types = {"string", "null"},
                    description = "who corrected, moved or deleted it")
            @Nullable
            String by,

            Logged logged) {}

    /** Whether the numbers contain it. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ReceiptCounted")
    public record Counted(
            @Schema(description = "whether the numbers contain the newest version, or its end")
            boolean contained,

            Instant asOf,

            @Schema(
                    types = {"object", "null"},
                    description = "the cell that it counts in; null when it is deleted")
            @Nullable
            Cell cell) {}

    /** A cell of the cube. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ReceiptCell")
    public record Cell(LocalDate day, String region, String source, String destination) {}

    /** Whether the rows contain it. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ReceiptStored")
    public record Stored(
            @Schema(description = "how often it was corrected")
            int revision,

            Instant asOf) {}

    /** A change that somebody made. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ReceiptChange")
    public record Change(
            @Schema(example = "record.corrected") String action,
            Instant at,
            String actor,

            @Schema(
                    types = {"integer", "null"},
                    description = "that it made, or ended")
            @Nullable
            Integer revision) {}

    /** Why it was not recorded, and what became of it. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ReceiptRejected")
    public record Rejected(
            @Schema(description = "all rules that it broke, in words")
            List<String> reasons,

            @Schema(
                    types = {"object", "null"},
                    description = "null while it is open")
            @Nullable
            Settled settled) {

        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }

    /** The end of a rejection. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "ReceiptSettled")
    public record Settled(
            @Schema(allowableValues = {"resubmitted", "dismissed"})
            String kind,

            Instant at,
            String actor,
            String reason,

            @Schema(
                    types = {"string", "null"},
                    format = "uuid",
                    description = "the record that it became")
            @Nullable
            UUID record) {}
}
