package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.session.asof.AsOfApiDocs;
import com.sessionanalyzer.query.session.filter.FilterApiDocs;
import com.sessionanalyzer.query.session.insights.FilteredInsights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about the numbers. */
final class InsightsApiDocs {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private InsightsApiDocs() {}

    /** Of {@code GET /api/insights}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "getInsights",
            summary = "Get all numbers",
            description = "All numbers are of one moment. Distributions count records and are ordered by count"
                    + " descending, then name; session_count counts records too. Days are those of the"
                    + " organization's time zone. With a filter the numbers are of the records that it means, and"
                    + " period, filter, measures, series and comparison say more about them.",
            parameters = {
                @Parameter(
                        name = "limit",
                        description = "how many duplicates and combinations to list, usually 1000; 0 for all",
                        example = "1000",
                        schema = @Schema(type = "integer", minimum = "0"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The numbers",
            headers =
                    @Header(
                            name = "Session-Position",
                            description = SessionApiDocs.POSITION,
                            schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(oneOf = {Insights.class, FilteredInsights.class}),
                            examples = @ExampleObject(SessionApiExamples.INSIGHTS)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(SessionApiExamples.WRONG_LIMIT)))
    @ApiResponse(
            responseCode = "503",
            description = "The numbers are still being loaded",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(SessionApiExamples.LOADING)))
    @SessionApiDocs.Positioned
    @AsOfApiDocs.MayBePast
    @FilterApiDocs.Filtered
    @FilterApiDocs.Cut
    @FilterApiDocs.Compared
    @interface GetInsights {}

    /** Of {@code GET /api/insights/stream}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "streamInsights",
            summary = "Get all numbers live",
            description = "Server-sent events named insights: one at once, then one per change, four a second at most."
                    + " The data is the body of GET /api/insights. Events named condition say when the numbers stop"
                    + " being kept current, for Kafka does not answer, and when they are again. A comment every 15"
                    + " seconds shows that it lives.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = "text/event-stream",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(SessionApiExamples.FRAME)))
    @ApiResponse(
            responseCode = "503",
            description = "There are too many live connections",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(SessionApiExamples.TOO_MANY)))
    @interface StreamInsights {}
}
