package com.sessionanalyzer.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about the audit log. */
final class AuditApiDocs {

    static final String ENTRIES = """
            [{"sequence":2,"id":"01890a5d-ac96-774b-bcce-b302099a8059","at":"2026-03-14T12:01:00Z","actor":"anonymous",\
            "domain":"session","action":"record.corrected","subject":"01890a5d-ac96-774b-bcce-b302099a8057",\
            "facts":{"fields":"region,time_consumed","revision":"1"},"before":{"minutes":140},"after":{"minutes":145},\
            "hash":"6f1b1f3c1b5d6f36a4cf0c1d3b9a1f0d3c5a7e9b2d4f6a8c0e1b3d5f7a9c1e3b"}]""";

    static final String WRONG_PARAMETER = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"page_size must be in 1..100.","error":"page_size must be in 1..100.",\
            "parameter":"page_size","rule":"must be in 1..100"}""";

    static final String UNAVAILABLE = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"The audit log cannot be read at the moment, because the database is away.",\
            "error":"The audit log cannot be read at the moment, because the database is away."}""";

    private AuditApiDocs() {}

    /** Of {@code GET /api/audit}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "listAudit",
            summary = "List changes by the page",
            description = "Newest first. It contains every change that was answered before the request.",
            parameters = {
                @Parameter(
                        name = "page",
                        example = "1",
                        schema = @Schema(type = "integer", minimum = "1", defaultValue = "1")),
                @Parameter(
                        name = "page_size",
                        example = "20",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(
                        name = "subject",
                        description = "id of a record or rejection, or SHA-256 of a customer's key",
                        example = "01890a5d-ac96-774b-bcce-b302099a8057",
                        schema = @Schema(type = "string", maxLength = 200)),
                @Parameter(
                        name = "action",
                        description = "as in record.corrected",
                        example = "record.corrected",
                        schema = @Schema(type = "string", maxLength = 200))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            headers = {
                @Header(
                        name = "X-Total-Count",
                        description = "entries of all pages",
                        schema = @Schema(type = "integer")),
                @Header(
                        name = "Link",
                        description = "first, prev, next and last page",
                        schema = @Schema(type = "string")),
                @Header(
                        name = "Audit-Head",
                        description = "how many entries the chain has, and the hash of the last one",
                        schema = @Schema(type = "string"))
            },
            content =
                    @Content(
                            mediaType = "application/json",
                            array = @ArraySchema(schema = @Schema(implementation = AuditLine.class)),
                            examples = @ExampleObject(ENTRIES)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject(WRONG_PARAMETER)))
    @ApiResponse(
            responseCode = "503",
            description = "The database is away",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject(UNAVAILABLE)))
    @interface ListAudit {}
}
