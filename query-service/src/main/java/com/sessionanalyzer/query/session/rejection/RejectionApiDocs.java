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

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private static final String AFTER =
            "a position that was answered: waits, bounded, for all that was answered before; Session-Position does too";

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
                        name = "after",
                        in = ParameterIn.QUERY,
                        description = AFTER,
                        example = "0@12",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "reason",
                        in = ParameterIn.QUERY,
                        description = "field and rule",
                        example = "sessions:not-a-number",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "field",
                        in = ParameterIn.QUERY,
                        description = "a field that broke a rule",
                        example = "sessions",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "rule",
                        in = ParameterIn.QUERY,
                        description = "a rule that was broken",
                        example = "not-a-number",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "channel",
                        in = ParameterIn.QUERY,
                        description = "the door it came through",
                        example = "bulk",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"form", "text", "api", "bulk", "stream", "desk"})),
                @Parameter(
                        name = "delivery",
                        in = ParameterIn.QUERY,
                        description = "the import, load or post it was sent in",
                        example = "01890a5d-ac96-774b-bcce-b302099a8057",
                        schema = @Schema(type = "string", format = "uuid")),
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        description = "the first day or time of receipt",
                        example = "2026-03-14",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        description = "the last day of receipt, or the first time after it",
                        example = "2026-03-14",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "state",
                        in = ParameterIn.QUERY,
                        description = "what became of it",
                        example = "open",
                        schema =
                                @Schema(
                                        type = "string",
                                        defaultValue = "open",
                                        allowableValues = {"open", "resubmitted", "dismissed", "all"})),
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
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = RejectionView.class)),
                            examples = @ExampleObject(RejectionApiExamples.REJECTIONS)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.WRONG_PARAMETER)))
    @ApiResponse(
            responseCode = "503",
            description = "The database or Kafka is away",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.UNAVAILABLE)))
    @interface ListRejections {}

    /** Of {@code GET /api/rejections/groups}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "listRejectionGroups",
            summary = "Count rejected records by reason",
            description = "A record that broke several rules counts for each of them.",
            parameters = {
                @Parameter(
                        name = "after",
                        in = ParameterIn.QUERY,
                        description = AFTER,
                        example = "0@12",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "reason",
                        in = ParameterIn.QUERY,
                        description = "field and rule",
                        example = "sessions:not-a-number",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "field",
                        in = ParameterIn.QUERY,
                        description = "a field that broke a rule",
                        example = "sessions",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "rule",
                        in = ParameterIn.QUERY,
                        description = "a rule that was broken",
                        example = "not-a-number",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "channel",
                        in = ParameterIn.QUERY,
                        description = "the door it came through",
                        example = "bulk",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"form", "text", "api", "bulk", "stream", "desk"})),
                @Parameter(
                        name = "delivery",
                        in = ParameterIn.QUERY,
                        description = "the import, load or post it was sent in",
                        example = "01890a5d-ac96-774b-bcce-b302099a8057",
                        schema = @Schema(type = "string", format = "uuid")),
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        description = "the first day or time of receipt",
                        example = "2026-03-14",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        description = "the last day of receipt, or the first time after it",
                        example = "2026-03-14",
                        schema = @Schema(type = "string")),
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
            })
    @ApiResponse(
            responseCode = "200",
            description = "The groups, the largest first",
            content =
                    @Content(
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = ReasonGroup.class)),
                            examples = @ExampleObject(RejectionApiExamples.GROUPS)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.WRONG_PARAMETER)))
    @ApiResponse(
            responseCode = "503",
            description = "The database or Kafka is away",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.UNAVAILABLE)))
    @interface ListGroups {}

    /** Of {@code GET /api/rejections/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "getRejection",
            summary = "Get one rejected record",
            parameters = {
                @Parameter(
                        name = "after",
                        in = ParameterIn.QUERY,
                        description = AFTER,
                        example = "0@12",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "id",
                        in = ParameterIn.PATH,
                        required = true,
                        example = ID,
                        schema = @Schema(type = "string", format = "uuid"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The rejected record",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = RejectionView.class),
                            examples = @ExampleObject(RejectionApiExamples.REJECTION)))
    @ApiResponse(
            responseCode = "404",
            description = "There is none with this id",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.NOT_FOUND)))
    @ApiResponse(
            responseCode = "503",
            description = "The database or Kafka is away",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.UNAVAILABLE)))
    @interface GetRejection {}

    /** Of {@code GET /api/rejections/download}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "downloadRejections",
            summary = "Download rejected records as a file",
            parameters = {
                @Parameter(
                        name = "reason",
                        in = ParameterIn.QUERY,
                        description = "field and rule",
                        example = "sessions:not-a-number",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "field",
                        in = ParameterIn.QUERY,
                        description = "a field that broke a rule",
                        example = "sessions",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "rule",
                        in = ParameterIn.QUERY,
                        description = "a rule that was broken",
                        example = "not-a-number",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "channel",
                        in = ParameterIn.QUERY,
                        description = "the door it came through",
                        example = "bulk",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"form", "text", "api", "bulk", "stream", "desk"})),
                @Parameter(
                        name = "delivery",
                        in = ParameterIn.QUERY,
                        description = "the import, load or post it was sent in",
                        example = "01890a5d-ac96-774b-bcce-b302099a8057",
                        schema = @Schema(type = "string", format = "uuid")),
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        description = "the first day or time of receipt",
                        example = "2026-03-14",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        description = "the last day of receipt, or the first time after it",
                        example = "2026-03-14",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "state",
                        in = ParameterIn.QUERY,
                        description = "what became of it",
                        example = "open",
                        schema =
                                @Schema(
                                        type = "string",
                                        defaultValue = "open",
                                        allowableValues = {"open", "resubmitted", "dismissed", "all"})),
                @Parameter(
                        name = "format",
                        in = ParameterIn.QUERY,
                        description =
                                "text, json and rows: what was sent like that, as it was sent, to be edited and loaded again; ndjson and csv: all, with the reasons",
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
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(RejectionApiExamples.WRONG_FORMAT)))
    @interface Download {}
}
