package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Settlement;
import com.sessionanalyzer.schema.session.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A rejected record as it is answered.
 *
 * @param channel  the door it came through
 * @param sender   who sent it; empty when not known
 * @param delivery what it was sent in: a bulk post, an import, a load
 * @param line     its first line in what was sent, from 1; 0 when that has no lines
 * @param format   how the text is to be read: text, json, or csv with the line of column names before it
 * @param text     the record as it was sent
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Rejection")
public record RejectionView(
        UUID id,
        Instant receivedAt,
        String channel,
        String sender,
        @Schema(nullable = true) @Nullable UUID delivery,
        int line,
        String format,
        String text,
        List<String> reasons,
        List<BrokenRule> violations,
        @Schema(nullable = true) @Nullable End settlement) {

    public RejectionView {
        reasons = List.copyOf(reasons);
        violations = List.copyOf(violations);
    }

    static RejectionView of(SessionRejection rejection) {
        TextLines lines = TextLines.of(rejection);
        return new RejectionView(
                rejection.id(),
                rejection.receivedAt(),
                rejection.origin().channel().code(),
                rejection.origin().sender(),
                rejection.origin().delivery(),
                rejection.origin().line(),
                rejection.format().code(),
                rejection.text(),
                RejectionReason.all(rejection.violations()).stream()
                        .map(RejectionReason::code)
                        .toList(),
                rejection.violations().stream()
                        .map(violation -> BrokenRule.of(violation, lines.line(violation)))
                        .toList(),
                rejection.settlement() == null ? null : End.of(rejection.settlement()));
    }

    /**
     * One rule that the record breaks.
     *
     * @param line     line of what was sent, from 1; 0 when that has no lines
     * @param textLine line of the text of this record, from 1
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "BrokenRule")
    public record BrokenRule(String field, int line, int textLine, String value, String rule, String message) {

        static BrokenRule of(Violation violation, int textLine) {
            return new BrokenRule(
                    violation.field(),
                    violation.line(),
                    textLine,
                    violation.value(),
                    violation.rule(),
                    violation.message());
        }
    }

    /**
     * What became of it.
     *
     * @param kind   resubmitted or dismissed
     * @param reason why it was dismissed; empty when it was resubmitted
     * @param record the record that it became
     */
    @Schema(name = "Settlement")
    public record End(
            String kind,
            Instant at,
            String actor,
            String reason,
            @Schema(nullable = true) @Nullable UUID record) {

        static End of(Settlement settlement) {
            return new End(
                    settlement.kind().code(),
                    settlement.at(),
                    settlement.actor(),
                    settlement.reason(),
                    settlement.record());
        }
    }
}
