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
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How bulk posts are documented. */
@Tag(name = "Imports", description = "Many records at once, and how far they are")
interface SessionBulkApi {

    @Operation(
            operationId = "postSessionsInBulk",
            summary = "Record as many session reviews as you like",
            description = """
                    Send content of any size: labelled records one after another, a JSON object in each line, or a table with a \
                    header; as it is, or with `Content-Encoding: gzip`. It is settled while it arrives, and a record that breaks \
                    a rule does not stop the others. With an `Idempotency-Key`, content that broke off is sent again whole: what \
                    is settled is not settled twice. With `Accept: application/x-ndjson` the answer has a line for each record \
                    as soon as it is settled, and ends with the line that is the answer otherwise.""",
            parameters = {
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = IdempotencyKey.HEADER,
                        description = "1 to 255 visible ASCII characters that name this content",
                        schema = @Schema(type = "string", maxLength = 255),
                        example = "reviews-of-2025"),
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = "Content-Encoding",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"identity", "gzip"}))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/x-ndjson",
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(name = "lines", value = BulkExamples.NDJSON)),
                                @Content(
                                        mediaType = "text/csv",
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(name = "table", value = BulkExamples.CSV)),
                                @Content(
                                        mediaType = "text/plain",
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(name = "text", value = BulkExamples.TEXT))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "The whole content is settled, even if every record is rejected",
            headers = {
                @Header(
                        name = Position.HEADER,
                        description =
                                "send it with a read, which waits some seconds for these records; the position of its answer says whether they are in it",
                        schema = @Schema(type = "string", example = "0@12,3@88")),
                @Header(
                        name = "Idempotency-Replayed",
                        description = "true when all of it was settled before",
                        schema = @Schema(type = "string", example = "true"))
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = BulkAnswer.class),
                        examples = @ExampleObject(name = "settled", value = BulkExamples.ANSWER)),
                @Content(
                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                        schema = @Schema(implementation = BulkItem.class),
                        examples = @ExampleObject(name = "lines", value = BulkExamples.ITEMS))
            })
    @ApiResponse(
            responseCode = "400",
            description =
                    "The content is empty, broke off, is damaged or not in its format; what was read before is settled",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            examples = @ExampleObject(name = "truncated", value = BulkExamples.TRUNCATED)))
    @ApiResponse(
            responseCode = "403",
            description = "The request comes from another site",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "406",
            description = "The answer is JSON, or a line for each record as application/x-ndjson",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "408",
            description = "The content comes too slowly; what was read before is settled",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "409",
            description = "This import is being sent at the moment, or was cancelled while it was",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "413",
            description = "The content is too large, or unpacks to too much; what was read before is settled",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "415",
            description = "The content is of another type, in another encoding or packed otherwise",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "422",
            description = "Another content was sent with the Idempotency-Key; nothing is recorded",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "503",
            description =
                    "The log cannot be reached, or too many bulk posts are at work. Try again after `Retry-After` seconds",
            headers = @Header(name = "Retry-After", description = "seconds", schema = @Schema(type = "integer")),
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @Nullable
    ResponseEntity<BulkAnswer> post(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response,
            Organization organization,
            @Parameter(description = "only says what would be recorded and rejected") boolean dryRun,
            @Parameter(description = "what the import is called in lists, such as the name of the file") String name)
            throws IOException;
}
