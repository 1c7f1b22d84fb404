package com.sessionanalyzer.query.session.rejection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about settling rejections; apart, so that the controller stays readable. */
final class DeskApiDocs {

    private DeskApiDocs() {}

    /** Of {@code POST /api/rejections/{id}/resubmit}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "resubmitRejection",
            summary = "Record what a rejected record should have been",
            description =
                    "Without a text it is read again as it was sent. The record keeps its origin and time of receipt;"
                            + " doing it twice is doing it once.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = RejectionDocs.JSON,
                                            schema = @Schema(implementation = DeskRequests.Text.class),
                                            examples = @ExampleObject(RejectionApiExamples.TEXT))))
    @ApiResponse(
            responseCode = "201",
            description = "It is recorded",
            headers = {
                @Header(
                        name = "Session-Position",
                        description = "contains the record",
                        schema = @Schema(type = "string"))
            },
            content =
                    @Content(
                            mediaType = RejectionDocs.JSON,
                            schema = @Schema(implementation = Resubmitted.class),
                            examples = @ExampleObject(RejectionApiExamples.RESUBMITTED)))
    @ApiResponse(
            responseCode = "200",
            description = "It was recorded by the same request before",
            content =
                    @Content(
                            mediaType = RejectionDocs.JSON,
                            schema = @Schema(implementation = Resubmitted.class),
                            examples = @ExampleObject(RejectionApiExamples.RESUBMITTED)))
    @ApiResponse(
            responseCode = "400",
            description = "The text still breaks a rule",
            content =
                    @Content(
                            mediaType = RejectionDocs.PROBLEM,
                            examples = @ExampleObject(RejectionApiExamples.STILL_REJECTED)))
    @RejectionDocs.OfOne
    @RejectionDocs.SettledOnce
    @RejectionDocs.MayBeAway
    @interface Resubmit {}

    /** Of {@code POST /api/rejections/{id}/dismiss}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "dismissRejection",
            summary = "Settle a rejected record without recording it",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = RejectionDocs.JSON,
                                            schema = @Schema(implementation = DeskRequests.Dismissal.class),
                                            examples = @ExampleObject(RejectionApiExamples.DISMISSAL))))
    @ApiResponse(
            responseCode = "200",
            description = "It is dismissed",
            content =
                    @Content(
                            mediaType = RejectionDocs.JSON,
                            schema = @Schema(implementation = RejectionView.class),
                            examples = @ExampleObject(RejectionApiExamples.DISMISSED)))
    @ApiResponse(
            responseCode = "400",
            description = "There is no reason",
            content =
                    @Content(
                            mediaType = RejectionDocs.PROBLEM,
                            examples = @ExampleObject(RejectionApiExamples.WRONG_REASON)))
    @RejectionDocs.OfOne
    @RejectionDocs.SettledOnce
    @RejectionDocs.MayBeAway
    @interface Dismiss {}

    /** Of {@code POST /api/rejections/fix}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "fixRejections",
            summary = "Put open rejected records right by a rule",
            description = "map sets another value where it is from, strip takes from away (without it, all but a whole"
                    + " number), default sets a missing field, rename gives a field the name to, clear takes a"
                    + " value away. Nothing is changed unless dry_run is false. One request looks at 10,000"
                    + " records at most; next says where to go on.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = RejectionDocs.JSON,
                                            schema = @Schema(implementation = DeskRequests.Fix.class),
                                            examples = @ExampleObject(RejectionApiExamples.FIX))))
    @ApiResponse(
            responseCode = "200",
            description = "What the rule did, or would do",
            headers = {
                @Header(
                        name = "Session-Position",
                        description = "contains the record",
                        schema = @Schema(type = "string"))
            },
            content =
                    @Content(
                            mediaType = RejectionDocs.JSON,
                            schema = @Schema(implementation = FixSummary.class),
                            examples = @ExampleObject(RejectionApiExamples.FIXED)))
    @ApiResponse(
            responseCode = "400",
            description = "The rule or the filter is not valid",
            content =
                    @Content(
                            mediaType = RejectionDocs.PROBLEM,
                            examples = @ExampleObject(RejectionApiExamples.WRONG_RULE)))
    @RejectionDocs.MayBeAway
    @interface FixGroup {}

    /** Of {@code POST /api/rejections/dismiss}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "dismissRejections",
            summary = "Dismiss open rejected records",
            description = "Nothing is changed unless dry_run is false.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = RejectionDocs.JSON,
                                            schema = @Schema(implementation = DeskRequests.GroupDismissal.class),
                                            examples = @ExampleObject(RejectionApiExamples.GROUP_DISMISSAL))))
    @ApiResponse(
            responseCode = "200",
            description = "How many are dismissed, or would be",
            content =
                    @Content(
                            mediaType = RejectionDocs.JSON,
                            schema = @Schema(implementation = DismissSummary.class),
                            examples = @ExampleObject(RejectionApiExamples.GROUP_DISMISSED)))
    @ApiResponse(
            responseCode = "400",
            description = "The reason or the filter is not valid",
            content =
                    @Content(
                            mediaType = RejectionDocs.PROBLEM,
                            examples = @ExampleObject(RejectionApiExamples.WRONG_REASON)))
    @RejectionDocs.MayBeAway
    @interface DismissGroup {}
}
