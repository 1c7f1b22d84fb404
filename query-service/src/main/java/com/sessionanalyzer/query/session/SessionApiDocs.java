package com.sessionanalyzer.query.session;

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

/** What the API description says about each endpoint, with examples; apart, so that the controllers stay readable. */
final class SessionApiDocs {

    static final String SESSION = """
            {"id":"01890a5d-ac96-774b-bcce-b302099a8057","customer":"acme.com","region":"EU","sessions":5,\
            "source":"MySQL","destination":"BigQuery","time_consumed":15,"observation":"Mapping was unclear",\
            "has_highlight":true,"highlight_url":"https://acme.atlassian.net/browse/CS-7",\
            "highlight_type":"error_gap","highlight_details":null,\
            "uploaded_at":"2026-03-14T12:00:00Z","created_at":"2026-03-14T12:00:00Z"}""";

    static final String SESSIONS = "[" + SESSION + "]";

    static final String INSIGHTS = """
            {"total_sessions_reviewed":8,"total_customers":1,"total_records":2,\
            "duplicate_customers":[{"customer":"acme.com","occurrences":2}],"duplicate_customers_count":1,\
            "region_distribution":{"EU":2},"source_distribution":{"MySQL":2},\
            "destination_distribution":{"BigQuery":1,"Snowflake":1},\
            "regions_covered":1,"sources_covered":1,"destinations_covered":2,\
            "customers_by_region":{"EU":1},"customers_by_source":{"MySQL":1},\
            "customers_by_destination":{"BigQuery":1,"Snowflake":1},\
            "combinations":[{"customer":"acme.com","source":"MySQL","destination":"BigQuery","count":1}],\
            "combinations_count":2,"routes":[{"source":"MySQL","destination":"BigQuery","records":1}],\
            "uploads_by_date":[{"date":"2026-03-14","count":2}],"sessions_with_time_consumed":1,\
            "time_consumed_distribution":{"15":1},\
            "daily_time_consumed":[{"date":"2026-03-14","total_minutes":15,"session_count":1,"hours":0.25}],\
            "total_time_consumed_minutes":15,"total_time_consumed_hours":0.25,"as_of":"2026-03-14T12:00:00Z"}""";

    static final String FRAME = """
            retry: 1000

            id: 42
            event: insights
            data: {"total_sessions_reviewed":8,"total_customers":1,"total_records":2}

            """;

    static final String WRONG_PARAMETER = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"page_size must be in 1..100.","error":"page_size must be in 1..100.",\
            "parameter":"page_size","rule":"must be in 1..100"}""";

    static final String NOT_FOUND = """
            {"type":"/problems/not-found","title":"There is nothing here","status":404,\
            "detail":"There is no record with the id 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "error":"There is no record with the id 01890a5d-ac96-774b-bcce-b302099a8057."}""";

    static final String UNAVAILABLE = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"The records cannot be read at the moment, because the database is away.",\
            "error":"The records cannot be read at the moment, because the database is away."}""";

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String POSITION = "position of the newest records contained, per partition";

    private SessionApiDocs() {}

    /** Of {@code GET /api/sessions}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "List records by the page",
            description = "Newest first, unless asked otherwise. The order is stable: ties are broken by time and id.",
            parameters = {
                @Parameter(name = "page", description = "from 1", example = "1"),
                @Parameter(name = "page_size", description = "1 to 100, usually 20", example = "20"),
                @Parameter(
                        name = "q",
                        description =
                                "words that customer, region, source, destination or observation must contain, all of them",
                        example = "acme eu"),
                @Parameter(
                        name = "sort",
                        description = "uploaded_at, customer, region, sessions, source, destination or time_consumed",
                        example = "uploaded_at"),
                @Parameter(name = "order", description = "asc or desc", example = "desc"),
                @Parameter(name = "after", description = "a position the answer must contain", example = "0@12"),
                @Parameter(
                        name = "Session-Position",
                        in = ParameterIn.HEADER,
                        description = "the same as after",
                        example = "0@12")
            })
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            headers = {
                @Header(
                        name = "X-Total-Count",
                        description = "records of all pages",
                        schema = @Schema(type = "integer")),
                @Header(
                        name = "Link",
                        description = "first, prev, next and last page",
                        schema = @Schema(type = "string")),
                @Header(name = "Session-Position", description = POSITION, schema = @Schema(type = "string"))
            },
            content =
                    @Content(
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = SessionView.class)),
                            examples = @ExampleObject(SESSIONS)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG_PARAMETER)))
    @ApiResponse(
            responseCode = "503",
            description = "The database is away",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(UNAVAILABLE)))
    @interface ListSessions {}

    /** Of {@code GET /api/sessions/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Get one record",
            parameters = {
                @Parameter(
                        name = "id",
                        in = ParameterIn.PATH,
                        required = true,
                        example = "01890a5d-ac96-774b-bcce-b302099a8057"),
                @Parameter(name = "after", description = "a position the answer must contain", example = "0@12"),
                @Parameter(
                        name = "Session-Position",
                        in = ParameterIn.HEADER,
                        description = "the same as after",
                        example = "0@12")
            })
    @ApiResponse(
            responseCode = "200",
            description = "The record",
            headers = @Header(name = "Session-Position", description = POSITION, schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SessionView.class),
                            examples = @ExampleObject(SESSION)))
    @ApiResponse(
            responseCode = "400",
            description = "The id is no UUID",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG_PARAMETER)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(NOT_FOUND)))
    @ApiResponse(
            responseCode = "503",
            description = "The database is away",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(UNAVAILABLE)))
    @interface GetSession {}

    /** Of {@code DELETE /api/sessions/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Delete one record",
            description = "Every number that contained it goes down by exactly it. Deleting again answers 404.",
            parameters =
                    @Parameter(
                            name = "id",
                            in = ParameterIn.PATH,
                            required = true,
                            example = "01890a5d-ac96-774b-bcce-b302099a8057"))
    @ApiResponse(
            responseCode = "200",
            description = "It is deleted",
            headers =
                    @Header(
                            name = "Session-Position",
                            description = "position of the deletion; a read that carries it no longer sees the record",
                            schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Deleted.class),
                            examples = @ExampleObject("{\"success\":true}")))
    @ApiResponse(
            responseCode = "400",
            description = "The id is no UUID",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG_PARAMETER)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(NOT_FOUND)))
    @ApiResponse(
            responseCode = "503",
            description = "Kafka or the database is away; nothing was deleted",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(UNAVAILABLE)))
    @interface DeleteSession {}

    /** Of {@code GET /api/insights}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Get all numbers",
            description = "All numbers are of one moment. Distributions count records and are ordered by count"
                    + " descending, then name; session_count counts records too. Days are those of the"
                    + " organization's time zone.",
            parameters = {
                @Parameter(
                        name = "limit",
                        description = "how many duplicates and combinations to list, usually 1000; 0 for all",
                        example = "1000"),
                @Parameter(name = "after", description = "a position the answer must contain", example = "0@12"),
                @Parameter(
                        name = "Session-Position",
                        in = ParameterIn.HEADER,
                        description = "the same as after",
                        example = "0@12")
            })
    @ApiResponse(
            responseCode = "200",
            description = "The numbers",
            headers = @Header(name = "Session-Position", description = POSITION, schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Insights.class),
                            examples = @ExampleObject(INSIGHTS)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG_PARAMETER)))
    @ApiResponse(
            responseCode = "503",
            description = "The numbers are still being loaded",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(UNAVAILABLE)))
    @interface GetInsights {}

    /** Of {@code GET /api/insights/stream}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            summary = "Get all numbers live",
            description = "Server-sent events named insights: one at once, then one per change, four a second at most."
                    + " The data is the body of GET /api/insights. A comment every 15 seconds shows that it lives.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content = @Content(mediaType = "text/event-stream", examples = @ExampleObject(FRAME)))
    @ApiResponse(
            responseCode = "503",
            description = "There are too many live connections",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(UNAVAILABLE)))
    @interface StreamInsights {}
}
