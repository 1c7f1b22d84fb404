package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.session.SessionApiDocs;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the descriptions of several endpoints about rejections have in common. */
final class RejectionDocs {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    private static final String AFTER =
            "a position that was answered: waits, bounded, for all that was answered before; Session-Position does too";

    private RejectionDocs() {}

    /** Which rejections. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            description = "field and rule",
            example = "sessions:not-a-number",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "field",
            in = ParameterIn.QUERY,
            description = "a field that broke a rule",
            example = "sessions",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "rule",
            in = ParameterIn.QUERY,
            description = "a rule that was broken",
            example = "not-a-number",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "channel",
            in = ParameterIn.QUERY,
            description = "the door it came through",
            example = "bulk",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"form", "text", "api", "bulk", "stream", "desk"}))
    @Parameter(
            name = "delivery",
            in = ParameterIn.QUERY,
            description = "the import, load or post it was sent in",
            example = "01890a5d-ac96-774b-bcce-b302099a8057",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "the first day or time of receipt",
            example = "2026-03-14",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "the last day of receipt, or the first time after it",
            example = "2026-03-14",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "what became of it",
            example = "open",
            schema =
                    @Schema(
                            type = "string",
                            defaultValue = "open",
                            allowableValues = {"open", "resubmitted", "dismissed", "all"}))
    @interface Filtered {}

    /** A position to wait for. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = AFTER,
            example = "0@12",
            schema = @Schema(type = "string"))
    @interface Positioned {}

    /** The id of one. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @SessionApiDocs.ById
    @ApiResponse(
            responseCode = "404",
            description = "There is none with this id",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.NOT_FOUND)))
    @interface OfOne {}

    /** The answer to a question with a parameter that is wrong. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.WRONG_PARAMETER)))
    @interface Asked {}

    /** The answer to whoever comes second. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "409",
            description = "It is settled in another way",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.SETTLED_BEFORE)))
    @interface SettledOnce {}

    /** An answer while something is away. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "503",
            description = "The database or Kafka is away",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.UNAVAILABLE)))
    @interface MayBeAway {}
}
