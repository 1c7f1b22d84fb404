package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.session.asof.AsOfApiDocs;
import com.sessionanalyzer.query.session.filter.FilterApiDocs;
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

/** What the API description says about queries. */
final class QueryDocs {

    private static final String JSON_EXAMPLE = """
            {"time_zone":"UTC","as_of":"2026-03-14T12:00:00Z","position":"0@41,3@17","version":12,
             "period":{"code":"30d","label":"Last 30 days","from":"2026-02-13","to":"2026-03-14","grain":"day"},
             "filter":"period=30d&source=FB%20Pages","columns":["region","records","customers","avg_minutes"],
             "totals":{"records":3,"customers":2,"avg_minutes":15.00},"groups":2,
             "rows":[{"region":"EU","records":2,"customers":1,"avg_minutes":15.00},
                     {"region":"US","records":1,"customers":1,"avg_minutes":null}]}""";

    private static final String CSV_EXAMPLE = """
            region,records,customers,avg_minutes
            EU,2,1,15.00
            US,1,1,
            """;

    private static final String WRONG = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,
             "detail":"measures must be of records, sessions, customers, timed_records, minutes, hours, avg_minutes, highlights, highlight_rate.",
             "parameter":"measures"}""";

    private QueryDocs() {}

    /** Of {@code GET /api/insights/query}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "queryInsights",
            summary = "Group filtered records by anything",
            description =
                    "All numbers are of one moment. Customers are distinct ones, exactly, in each row and in the"
                            + " totals. Grouped by a stretch of days alone, there is a row for each, with zeros where there are"
                            + " no records; a share or an average of nothing is null. The period is 30d unless another is said.",
            parameters = {
                @Parameter(
                        name = "measures",
                        in = ParameterIn.QUERY,
                        description =
                                "separated by commas: records, sessions, customers, timed_records, minutes, hours,"
                                        + " avg_minutes, highlights, highlight_rate; usually records",
                        example = "records,customers"),
                @Parameter(
                        name = "group_by",
                        in = ParameterIn.QUERY,
                        description =
                                "separated by commas: bucket (the grain of the period), day, week or month; region,"
                                        + " source, destination, customer, highlight, minutes",
                        example = "region,source"),
                @Parameter(
                        name = "order",
                        in = ParameterIn.QUERY,
                        description = "columns separated by commas, each with - for the largest first; usually the"
                                + " stretch of days, then the largest first measure",
                        example = "-records"),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "rows at most, usually 1000",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100000")),
                @Parameter(
                        name = "format",
                        in = ParameterIn.QUERY,
                        description = "instead of the header Accept",
                        schema = @Schema(allowableValues = {"json", "csv"})),
                @Parameter(
                        name = "after",
                        in = ParameterIn.QUERY,
                        description = "a position that the answer must contain",
                        example = "0@12"),
                @Parameter(
                        name = "Session-Position",
                        in = ParameterIn.HEADER,
                        description = "the same as after",
                        example = "0@12")
            })
    @ApiResponse(
            responseCode = "200",
            description = "The rows",
            headers = {
                @Header(
                        name = "Session-Position",
                        description = "position of the newest records contained, per partition",
                        schema = @Schema(type = "string")),
                @Header(
                        name = "Session-As-Of",
                        description = "when the newest record contained was received",
                        schema = @Schema(type = "string", format = "date-time")),
                @Header(
                        name = "Session-Version",
                        description = "grows with each change",
                        schema = @Schema(type = "integer"))
            },
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = QueryAnswerInZone.class),
                        examples = @ExampleObject(JSON_EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(CSV_EXAMPLE))
            })
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid; all that are wrong are named, with what is allowed",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject(WRONG)))
    @ApiResponse(
            responseCode = "503",
            description = "The numbers are still being loaded",
            content = @Content(mediaType = "application/problem+json"))
    @AsOfApiDocs.MayBePast
    @FilterApiDocs.Filtered
    @FilterApiDocs.Cut
    @interface QueryInsights {}
}
