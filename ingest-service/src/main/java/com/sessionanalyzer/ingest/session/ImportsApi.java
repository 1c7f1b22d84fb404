package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How the state of imports is documented. */
@Tag(name = "Imports", description = "Many records at once, and how far they are")
interface ImportsApi {

    @Operation(operationId = "listImports", summary = "List imports, the newest first")
    @ApiResponse(
            responseCode = "200",
            description = "Bulk posts and loads, whether they are at work or not",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = ImportAnswer.class)),
                            examples = @ExampleObject(name = "imports", value = "[" + BulkExamples.IMPORT + "]")))
    @ApiResponse(
            responseCode = "400",
            description = "The limit or the key is not valid",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "406",
            description = "The answer is JSON only",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    List<ImportAnswer> list(
            Organization organization,
            @Parameter(
                            description = "how many at most",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "50"))
                    int limit,
            @Parameter(description = "only the one that is sent with this Idempotency-Key") @Nullable String key);

    @Operation(operationId = "getImport", summary = "Tell how an import stands")
    @ApiResponse(
            responseCode = "200",
            description = "With `progress` while it is at work",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ImportAnswer.class),
                            examples = @ExampleObject(name = "import", value = BulkExamples.IMPORT)))
    @ApiResponse(
            responseCode = "400",
            description = "The id is no UUID",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such import",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "406",
            description = "The answer is JSON only",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    ImportAnswer one(Organization organization, UUID id);

    @Operation(
            operationId = "cancelImport",
            summary = "Stop an import that is at work",
            description = "What is settled stays; sent again with its Idempotency-Key, the import goes on.")
    @ApiResponse(
            responseCode = "202",
            description = "It stops as soon as what is being settled is settled",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ImportAnswer.class),
                            examples = @ExampleObject(name = "import", value = BulkExamples.IMPORT)))
    @ApiResponse(
            responseCode = "400",
            description = "The id is no UUID",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "403",
            description = "The request comes from another site",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such import",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "406",
            description = "The answer is JSON only",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    @ApiResponse(
            responseCode = "409",
            description = "Nobody is sending it to this process at the moment",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
    ResponseEntity<ImportAnswer> cancel(Organization organization, UUID id);
}
