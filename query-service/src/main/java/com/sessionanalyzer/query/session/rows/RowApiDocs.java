package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.session.SessionApiDocs;
import com.sessionanalyzer.query.session.SessionApiExamples;
import com.sessionanalyzer.query.session.filter.FilterApiDocs;
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

/** What the API description says about the endpoints of records; apart, so that the controller stays readable. */
public final class RowApiDocs {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private RowApiDocs() {}

    /** A page, by its number or by a place. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            description = "from 1; it must not begin after row 1,000,000",
            example = "1",
            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
    @Parameter(
            name = "page_size",
            in = ParameterIn.QUERY,
            example = "20",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "first or last, or what a link of an answer to such a question has; as fast on the"
                    + " last page as on the first, and neither skips nor repeats a row when others come or go",
            example = "first",
            schema = @Schema(type = "string"))
    @interface Paged {}

    /** What rows contain, how they are ordered, and what of them is answered. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "words that customer, region, source, destination or observation must contain, all of them;"
                    + " in double quotes, words that the observation has one after the other; with an asterisk"
                    + " behind it, how a word of the observation begins",
            example = "acme eu",
            schema = @Schema(type = "string", maxLength = 200))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "columns, the most important first, with a minus for descending: uploaded_at, customer,"
                    + " region, sessions, source, destination, time_consumed (or minutes); a single one without"
                    + " a sign goes by order",
            example = "region,-time_consumed",
            schema = @Schema(type = "string", defaultValue = "uploaded_at"))
    @Parameter(
            name = "order",
            in = ParameterIn.QUERY,
            description = "of a sort by a single column",
            schema =
                    @Schema(
                            type = "string",
                            defaultValue = "desc",
                            allowableValues = {"asc", "desc"}))
    @Parameter(
            name = "columns",
            in = ParameterIn.QUERY,
            description = "what is answered of each record, in this order; everything when it is not said",
            example = "customer,region,time_consumed",
            schema = @Schema(type = "string"))
    public @interface Ordered {}

    /** Of {@code GET /api/sessions}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "listSessions",
            summary = "List records by the page",
            description = "Newest first, unless asked otherwise. The order is stable: ties are broken by time and id.")
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
                @Header(
                        name = "Session-Position",
                        description = SessionApiDocs.POSITION,
                        schema = @Schema(type = "string"))
            },
            content =
                    @Content(
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = SessionView.class)),
                            examples = @ExampleObject(SessionApiExamples.SESSIONS)))
    @SessionApiDocs.Asked
    @Paged
    @Ordered
    @FilterApiDocs.Filtered
    @SessionApiDocs.Positioned
    @SessionApiDocs.MayBeAway
    @interface ListSessions {}

    /** Of {@code GET /api/sessions/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(operationId = "getSession", summary = "Get one record")
    @SessionApiDocs.ById
    @ApiResponse(
            responseCode = "200",
            description = "The record",
            headers = {
                @Header(
                        name = "Session-Position",
                        description = SessionApiDocs.POSITION,
                        schema = @Schema(type = "string")),
                @Header(
                        name = "ETag",
                        description = "its revision, for If-Match",
                        schema = @Schema(type = "string", example = "\"0\""))
            },
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SessionView.class),
                            examples = @ExampleObject(SessionApiExamples.SESSION)))
    @ApiResponse(
            responseCode = "400",
            description = "The id is no UUID",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(SessionApiExamples.WRONG_ID)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(SessionApiExamples.NOT_FOUND)))
    @SessionApiDocs.Positioned
    @SessionApiDocs.MayBeAway
    @interface GetSession {}
}
