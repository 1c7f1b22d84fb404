package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.session.SessionApiDocs;
import com.sessionanalyzer.query.session.asof.AsOfApiDocs;
import com.sessionanalyzer.query.session.filter.FilterApiDocs;
import com.sessionanalyzer.query.session.rows.RowApiDocs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about exports. */
final class ExportApiDocs {

    private static final String PROBLEM = "application/problem+json";

    static final String WRONG_FORMAT = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"format must be one of csv, jsonl, xlsx.","error":"format must be one of csv, jsonl, xlsx.",\
            "parameter":"format","rule":"must be one of csv, jsonl, xlsx",\
            "faults":[{"parameter":"format","rule":"must be one of csv, jsonl, xlsx"}]}""";

    static final String LINES = """
            {"customer":"acme.com","region":"EU","time_consumed":15,"uploaded_at":"2026-03-14T12:00:00Z"}
            """;

    static final String CSV = """
            customer,region,time_consumed,uploaded_at\r
            acme.com,EU,15,2026-03-14T13:00+01:00\r
            """;

    private ExportApiDocs() {}

    /** Of {@code GET /api/sessions/export}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "exportSessions",
            summary = "Get all records of a filter as a file",
            description = "Streamed from one snapshot of the database, in any number. An answer that breaks off has its"
                    + " connection cut, so that a short file is never taken for a whole one. In CSV, a text that"
                    + " begins with = + - @ or an apostrophe, tab or line break has an apostrophe before it; taking"
                    + " one leading apostrophe away gives every text as it was.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = "string",
                            defaultValue = "csv",
                            allowableValues = {"csv", "jsonl", "xlsx"}))
    @Parameter(
            name = "about",
            in = ParameterIn.QUERY,
            description =
                    "whether CSV and JSON lines say in lines of their own what they are, and at their end how many"
                            + " records they have; a workbook says it on its sheet About in any case",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            name = "bom",
            in = ParameterIn.QUERY,
            description = "whether CSV begins with a byte order mark",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            headers = {
                @Header(
                        name = "Session-Position",
                        description = SessionApiDocs.POSITION,
                        schema = @Schema(type = "string")),
                @Header(
                        name = "X-As-Of",
                        description = "the moment that was asked for, else when the newest record was received",
                        schema = @Schema(type = "string")),
                @Header(name = "X-Time-Zone", description = "in which days begin", schema = @Schema(type = "string")),
                @Header(name = "X-Filter", description = "as an address has it", schema = @Schema(type = "string"))
            },
            content = {
                @Content(mediaType = "text/csv", examples = @ExampleObject(CSV)),
                @Content(mediaType = "application/x-ndjson", examples = @ExampleObject(LINES)),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"),
                        examples = @ExampleObject("(a workbook)"))
            })
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG_FORMAT)))
    @RowApiDocs.Ordered
    @AsOfApiDocs.MayBePast
    @FilterApiDocs.Filtered
    @SessionApiDocs.Positioned
    @SessionApiDocs.MayBeAway
    @interface ExportSessions {}
}
