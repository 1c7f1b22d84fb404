package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.RequestParameters;
import com.sessionanalyzer.query.session.rejection.FixRule.Kind;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRejection;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What the desk is asked to do, and how a request says it. */
final class DeskRequests {

    static final int MAX_REASON_LENGTH = 500;

    private DeskRequests() {}

    /**
     * @param text how the record should have been sent; null when as it was
     */
    @Schema(name = "ResubmitRequest")
    record Text(@Nullable String text) {}

    @Schema(name = "DismissRequest")
    record Dismissal(
            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = MAX_REASON_LENGTH) @Nullable
            String reason) {}

    /** Which open rejections; the same as the parameters of the list. */
    @Schema(name = "RejectionFilter")
    record Filter(
            @Nullable String reason,
            @Nullable String field,
            @Nullable String rule,
            @Nullable String channel,
            @Nullable String delivery,
            @Nullable String from,
            @Nullable String to) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "FixRule")
    record Rule(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    allowableValues = {"map", "strip", "default", "rename", "clear"})
            @Nullable
            String kind,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            String field,

            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean ignoreCase) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "FixRequest")
    record Fix(
            @Nullable Filter filter,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            Rule rule,

            @Schema(description = "true unless it is false", defaultValue = "true") @Nullable
            Boolean dryRun,

            @Schema(description = "the next of an answer, to go on") @Nullable
            UUID after) {

        boolean isDryRun() {
            return dryRun == null || dryRun;
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "GroupDismissRequest")
    record GroupDismissal(
            @Nullable Filter filter,

            @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = MAX_REASON_LENGTH) @Nullable
            String reason,

            @Schema(description = "true unless it is false", defaultValue = "true") @Nullable
            Boolean dryRun) {

        boolean isDryRun() {
            return dryRun == null || dryRun;
        }
    }

    static String reason(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty() || reason.length() > MAX_REASON_LENGTH) {
            throw RequestParameters.wrong("reason", "must have 1 to " + MAX_REASON_LENGTH + " characters");
        }
        return reason;
    }

    static RejectionFilter filter(@Nullable Filter filter, ZoneId zone) {
        return filter == null
                ? RejectionFilter.OPEN
                : RejectionFilter.of(
                        name -> switch (name) {
                            case "reason" -> filter.reason();
                            case "field" -> filter.field();
                            case "rule" -> filter.rule();
                            case "channel" -> filter.channel();
                            case "delivery" -> filter.delivery();
                            case "from" -> filter.from();
                            case "to" -> filter.to();
                            default -> null;
                        },
                        zone);
    }

    static FixRule rule(@Nullable Rule rule) {
        if (rule == null) {
            throw RequestParameters.wrong("rule", "must say what to change");
        }
        return rule(rule.kind(), rule.field(), rule.from(), rule.to(), Boolean.TRUE.equals(rule.ignoreCase()));
    }

    /** The rule; a problem when it is none. */
    static FixRule rule(
            @Nullable String kind,
            @Nullable String field,
            @Nullable String from,
            @Nullable String to,
            boolean ignoreCase) {
        Kind known = Kind.of(kind == null ? "" : kind)
                .orElseThrow(
                        () -> RequestParameters.wrong("kind", "must be one of map, strip, default, rename, clear"));
        try {
            return new FixRule(known, text(field), text(from), text(to), ignoreCase);
        } catch (IllegalArgumentException nothingToDo) {
            String sentence = Objects.requireNonNull(nothingToDo.getMessage());
            throw ProblemException.of(
                    ProblemType.INVALID_PARAMETER,
                    sentence + ".",
                    Map.of("parameter", sentence.substring(0, sentence.indexOf(' ')), "rule", sentence));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The rejection as if it had been sent alone with this text, so that lines are those of the text. */
    static SessionRejection resent(Desk.Outcome.StillRejected still) {
        SessionRejection rejection = still.rejection();
        return new SessionRejection(
                rejection.organization(),
                rejection.id(),
                rejection.receivedAt(),
                Origin.of(rejection.origin().channel()),
                rejection.format(),
                still.text(),
                still.violations(),
                null);
    }
}
