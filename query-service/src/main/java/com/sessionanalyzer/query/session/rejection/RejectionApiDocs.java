package com.sessionanalyzer.query.session.rejection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about reading rejections; apart, so that the controller stays readable. */
final class RejectionApiDocs {

    private RejectionApiDocs() {}

    /** Of {@code GET /api/rejections}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "listRejections",
            summary = "List rejected records by the page",
            description = "Newest first; the open ones, unless asked otherwise.",
            parameters = {
                @Parameter(
                        name = "page",
                        in = ParameterIn.QUERY,
                        example = "1",
                        schema = @Schema(type = "integer", minimum = "1", defaultValue = "1")),
                @Parameter(
                        name = "page_size",
                        in = ParameterIn.QUERY,
                        example = "20",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            headers = {
                @Header(
                        name = "X-Total-Count",
                        description = "rejections of all pages",
                        schema = @Schema(type = "integer")),
                @Header(
                        name = "Link",
                        description = "first, prev, next and last page",
                        schema = @Schema(type = "string"))
            },
            content =
                    @Content(
                            mediaType = RejectionDocs.JSON,
                            array = @ArraySchema(schema = @Schema(implementation = RejectionView.class)),
                            examples = @ExampleObject(RejectionApiExamples.REJECTIONS)))
    @RejectionDocs.Asked
    @RejectionDocs.Filtered
    @RejectionDocs.Positioned
    @RejectionDocs.MayBeAway
    @interface ListRejections {}

    /** Of {@code GET /api/rejections/groups}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "listRejectionGroups",
            summary = "Count rejected records by reason",
            description = "The most frequent first. A record that broke several rules counts for each of them.",
            parameters =
                    @Parameter(
                            name = "limit",
                            in = ParameterIn.QUERY,
                            description = "how many reasons to list",
                            example = "50",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50")))
    @ApiResponse(
            responseCode = "200",
            description = "The groups, the largest first",
            headers =
                    @Header(
                            name = "X-Total-Count",
                            description = "reasons, whether listed or not",
                            schema = @Schema(type = "integer")),
            content =
                    @Content(
                            mediaType = RejectionDocs.JSON,
                            array = @ArraySchema(schema = @Schema(implementation = ReasonGroup.class)),
                            examples = @ExampleObject(RejectionApiExamples.GROUPS)))
    @RejectionDocs.Asked
    @RejectionDocs.Filtered
    @RejectionDocs.Positioned
    @RejectionDocs.MayBeAway
    @interface ListGroups {}

    /** Of {@code GET /api/rejections/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(operationId = "getRejection", summary = "Get one rejected record")
    @ApiResponse(
            responseCode = "200",
            description = "The rejected record",
            content =
                    @Content(
                            mediaType = RejectionDocs.JSON,
                            schema = @Schema(implementation = RejectionView.class),
                            examples = @ExampleObject(RejectionApiExamples.REJECTION)))
    @RejectionDocs.OfOne
    @RejectionDocs.Positioned
    @RejectionDocs.MayBeAway
    @interface GetRejection {}

    /** Of {@code GET /api/rejections/download}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "downloadRejections",
            summary = "Download rejected records as a file",
            parameters = {
                @Parameter(
                        name = "format",
                        in = ParameterIn.QUERY,
                        description =
                                "text, json and rows: what was sent like that, as it was sent, to be edited and loaded"
                                        + " again; ndjson and csv: all, with the reasons",
                        example = "text",
                        schema =
                                @Schema(
                                        type = "string",
                                        defaultValue = "text",
                                        allowableValues = {"text", "json", "rows", "ndjson", "csv"}))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The file, the oldest first",
            content =
                    @Content(
                            mediaType = "text/plain",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(RejectionApiExamples.FILE)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content =
                    @Content(
                            mediaType = RejectionDocs.PROBLEM,
                            examples = @ExampleObject(RejectionApiExamples.WRONG_FORMAT)))
    @RejectionDocs.Filtered
    @interface Download {}
}
