package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
                    one post are recorded and rejected together: after an answer other than 201 or 207 nothing of it is.""",
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
                        description = "send it with a read, and the read contains these records",
                        schema = @Schema(type = "string", example = "3@88"))
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
            responseCode = "413",
            description = "The body is too large",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "415",
            description = "The body is not JSON",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "422",
            description = "Text and fields together, or more than 1,000 records in one post",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            examples = @ExampleObject(name = "both", value = UploadExamples.BOTH)))
    @ApiResponse(
            responseCode = "503",
            description = "The log cannot be reached; nothing is recorded. Try again after `Retry-After` seconds",
            headers = @Header(name = "Retry-After", description = "seconds", schema = @Schema(type = "integer")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            examples = @ExampleObject(name = "away", value = UploadExamples.UNAVAILABLE)))
    ResponseEntity<UploadAnswer> upload(HttpServletRequest request, Organization organization) throws IOException;
}
