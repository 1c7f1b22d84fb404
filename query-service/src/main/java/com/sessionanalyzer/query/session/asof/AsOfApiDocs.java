package com.sessionanalyzer.query.session.asof;

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

/** What the API description says about moments that are past. */
public final class AsOfApiDocs {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String SHAPE =
            "a local date, which means its end, or a time such as 2026-01-31T12:00:00Z; not in the"
                    + " future, and not before the history of the records begins";

    private AsOfApiDocs() {}

    /** A moment to answer about. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = AsOf.PARAMETER,
            in = ParameterIn.QUERY,
            description = "the numbers as they stood then, corrections and deletions since then undone: " + SHAPE,
            example = "",
            schema = @Schema(type = "string"))
    public @interface MayBePast {}

    /** Of {@code GET /api/insights/difference}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "getInsightsDifference",
            summary = "Get what differs between two moments, and why",
            description =
                    "The numbers at both, and the records that explain the difference: added, corrected, deleted, or"
                            + " corrected so that the filter means them only since, or no more. Moments are by the time of the log."
                            + " A period ends with the later moment for both.",
            parameters = {
                @Parameter(
                        name = DifferenceQuestions.FROM,
                        description = "the earlier moment: " + SHAPE,
                        required = true,
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = DifferenceQuestions.TO,
                        description = "the later moment, now when it is not said: " + SHAPE,
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "page",
                        example = "1",
                        schema = @Schema(type = "integer", minimum = "1", defaultValue = "1")),
                @Parameter(
                        name = "page_size",
                        example = "20",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20")),
                @Parameter(name = "after", description = "a position that the answer must contain", example = "0@12")
            })
    @ApiResponse(
            responseCode = "200",
            description = "What differs",
            headers =
                    @Header(
                            name = "Session-Position",
                            description = "position of the newest records contained, per partition",
                            schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = Difference.class),
                            examples = @ExampleObject(AsOfApiExamples.DIFFERENCE)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(AsOfApiExamples.TOO_EARLY)))
    @ApiResponse(
            responseCode = "503",
            description = "The past cannot be read at the moment",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(AsOfApiExamples.AWAY)))
    @FilterApiDocs.Filtered
    @interface GetDifference {}
}
