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

    static final String WRONG_LIMIT = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"limit must be a number from 0.","error":"limit must be a number from 0.",\
            "parameter":"limit","rule":"must be a number from 0"}""";

    static final String WRONG_ID = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"id must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "error":"id must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "parameter":"id","rule":"must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057"}""";

    static final String NOT_FOUND = """
            {"type":"/problems/not-found","title":"There is nothing here","status":404,\
            "detail":"There is no record with the id 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "error":"There is no record with the id 01890a5d-ac96-774b-bcce-b302099a8057."}""";

    static final String UNAVAILABLE = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"The records cannot be read at the moment, because the database is away.",\
            "error":"The records cannot be read at the moment, because the database is away."}""";

    static final String NOT_DELETED = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"Nothing was deleted, because Kafka does not answer at the moment.",\
            "error":"Nothing was deleted, because Kafka does not answer at the moment."}""";

    static final String LOADING = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"The numbers are still being loaded.","error":"The numbers are still being loaded."}""";

    static final String TOO_MANY = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"There are too many live connections at the moment; try again later.",\
            "error":"There are too many live connections at the moment; try again later."}""";

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final String POSITION = "position of the newest records contained, per partition";
    private static final String AFTER = "a position that the answer must contain";

    private SessionApiDocs() {}

    /** Of {@code GET /api/sessions}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "listSessions",
            summary = "List records by the page",
            description = "Newest first, unless asked otherwise. The order is stable: ties are broken by time and id.",
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
                        name = "q",
                        description =
                                "words that customer, region, source, destination or observation must contain, all of them",
                        example = "acme eu",
                        schema = @Schema(type = "string", maxLength = 200)),
                @Parameter(
                        name = "sort",
                        example = "uploaded_at",
                        schema =
                                @Schema(
                                        type = "string",
                                        defaultValue = "uploaded_at",
                                        allowableValues = {
                                            "uploaded_at",
                                            "customer",
                                            "region",
                                            "sessions",
                                            "source",
                                            "destination",
                                            "time_consumed"
                                        })),
                @Parameter(
                        name = "order",
                        example = "desc",
                        schema =
                                @Schema(
                                        type = "string",
                                        defaultValue = "desc",
                                        allowableValues = {"asc", "desc"})),
                @Parameter(name = "after", description = AFTER, example = "0@12"),
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
            operationId = "getSession",
            summary = "Get one record",
            parameters = {
                @Parameter(
                        name = "id",
                        in = ParameterIn.PATH,
                        required = true,
                        example = ID,
                        schema = @Schema(type = "string", format = "uuid")),
                @Parameter(name = "after", description = AFTER, example = "0@12"),
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
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG_ID)))
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
            operationId = "deleteSession",
            summary = "Delete one record",
            description = "Every number that contained it goes down by exactly it. Deleting again answers 404.",
            parameters =
                    @Parameter(
                            name = "id",
                            in = ParameterIn.PATH,
                            required = true,
                            example = ID,
                            schema = @Schema(type = "string", format = "uuid")))
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
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG_ID)))
    @ApiResponse(
            responseCode = "403",
            description = "The request comes from another site",
            content = @Content(mediaType = PROBLEM))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(NOT_FOUND)))
    @ApiResponse(
            responseCode = "503",
            description = "Kafka or the database is away; nothing was deleted",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(NOT_DELETED)))
    @interface DeleteSession {}

    /** Of {@code GET /api/insights}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "getInsights",
            summary = "Get all numbers",
            description = "All numbers are of one moment. Distributions count records and are ordered by count"
                    + " descending, then name; session_count counts records too. Days are those of the"
                    + " organization's time zone.",
            parameters = {
                @Parameter(
                        name = "limit",
                        description = "how many duplicates and combinations to list, usually 1000; 0 for all",
                        example = "1000",
                        schema = @Schema(type = "integer", minimum = "0")),
                @Parameter(name = "after", description = AFTER, example = "0@12"),
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
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG_LIMIT)))
    @ApiResponse(
            responseCode = "503",
            description = "The numbers are still being loaded",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(LOADING)))
    @interface GetInsights {}

    /** Of {@code GET /api/insights/stream}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "streamInsights",
            summary = "Get all numbers live",
            description = "Server-sent events named insights: one at once, then one per change, four a second at most."
                    + " The data is the body of GET /api/insights. A comment every 15 seconds shows that it lives.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = "text/event-stream",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(FRAME)))
    @ApiResponse(
            responseCode = "503",
            description = "There are too many live connections",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(TOO_MANY)))
    @interface StreamInsights {}
}
