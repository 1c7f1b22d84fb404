package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How the upload of records by programs is documented. */
@Tag(name = "Session records", description = "Reviews of customers' sessions")
interface SessionUploadApi {

    @Operation(
            operationId = "uploadSessions",
            summary = "Record one or many session reviews",
            description = """
                    Send either `session_data`, the text of one or many records, or the fields of one record. A record is \
                    recorded when the log has it on disk; every other is rejected with all the rules it breaks. Records of \
                    one post are recorded and rejected together: after an answer other than 201 or 207 nothing of it is.

                    With an `Idempotency-Key` the post can be sent again, after an answer of 503 or none at all, without \
                    being recorded twice: the same key and body are answered as the first time.""",
            parameters =
                    @Parameter(
                            name = IdempotencyKey.HEADER,
                            in = ParameterIn.HEADER,
                            description =
                                    "names this post among all of the organization; 1 to 255 visible ASCII characters",
                            schema = @Schema(type = "string", maxLength = 255, example = "order-4711")),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = UploadFields.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "text",
                                                        summary = "The text of a record",
                                                        value = UploadExamples.TEXT),
                                                @ExampleObject(
                                                        name = "fields",
                                                        summary = "The fields of a record",
                                                        value = UploadExamples.FIELDS)
                                            })))
    @ApiResponse(
            responseCode = "201",
            description = "Every record is recorded",
            headers = {
                @Header(
                        name = "Location",
                        description = "the record's address, when it is one",
                        schema =
                                @Schema(
                                        type = "string",
                                        example = "/api/sessions/019a9e2b-3f00-7000-8c1d-2a5b7c9d0e1f")),
                @Header(
                        name = Position.HEADER,
                        description =
                                "send it with a read, which waits some seconds for these records; the position of its answer says whether they are in it",
                        schema = @Schema(type = "string", example = "3@88")),
                @Header(
                        name = IdempotencyKey.REPLAYED,
                        description = "`true` when the post was recorded before; all statuses that it had can have it",
                        schema = @Schema(type = "string", example = "true"))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = UploadAnswer.class),
                            examples = @ExampleObject(name = "one", value = UploadExamples.RECORDED)))
    @ApiResponse(
            responseCode = "207",
            description = "Some of several records are recorded; `results` says which",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = UploadAnswer.class),
                            examples = @ExampleObject(name = "some", value = UploadExamples.SOME_RECORDED)))
    @ApiResponse(
            responseCode = "400",
            description = "No record is recorded, or the body cannot be read",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            examples = @ExampleObject(name = "missing", value = UploadExamples.REJECTED)))
    @ApiResponse(
            responseCode = "403",
            description = "The request comes from another site",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "406",
            description = "The answer is JSON only",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "409",
            description = "A post with this key is being recorded; try again after `Retry-After` seconds",
            headers = @Header(name = "Retry-After", description = "seconds", schema = @Schema(type = "integer")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            examples = @ExampleObject(name = "twice", value = UploadExamples.IN_PROGRESS)))
    @ApiResponse(
            responseCode = "413",
            description = "The body is too large",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "415",
            description = "The body is not JSON",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "422",
            description =
                    "Text and fields together, more than 1,000 records in one post, or a key that came with another body",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            examples = {
                                @ExampleObject(name = "both", value = UploadExamples.BOTH),
                                @ExampleObject(name = "reused", value = UploadExamples.REUSED)
                            }))
    @ApiResponse(
            responseCode = "503",
            description = "The log cannot be reached; nothing is recorded. Try again after `Retry-After` seconds",
            headers = @Header(name = "Retry-After", description = "seconds", schema = @Schema(type = "integer")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            examples = @ExampleObject(name = "away", value = UploadExamples.UNAVAILABLE)))
    ResponseEntity<byte[]> upload(HttpServletRequest request, HttpServletResponse response, Organization organization)
            throws IOException;
}
