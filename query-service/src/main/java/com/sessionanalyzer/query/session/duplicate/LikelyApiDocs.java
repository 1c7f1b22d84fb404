package com.sessionanalyzer.query.session.duplicate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about likely duplicates. */
final class LikelyApiDocs {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String LIKELY = """
            {"as_of": "2026-11-28T09:30:00Z", "customers": 2, "total": 1, "pairs": [{"keep": {"customer": "northwind.com", \
            "key": "northwind.com", "records": 12, "sessions": 40, "first": "2026-01-02T09:00:00Z", "last": \
            "2026-11-27T16:00:00Z"}, "merge": {"customer": "Northwind Inc", "key": "northwind inc", "records": 1, "sessions": 3, \
            "first": "2026-11-28T09:30:00Z", "last": "2026-11-28T09:30:00Z"}, "score": 1.0, "evidence": [{"feature": \
            "same_name", "detail": "the same name “northwind”", "points": 0.95}]}]}""";
    private static final String HINT = """
            {"name": "acme.com", "known": true, "customer": "acme.com", "merged": false, "records": 12, "last_review": \
            {"at": "2026-11-27T16:00:00Z", "channel": "form"}, "did_you_mean": []}""";
    private static final String WRONG = """
            {"type": "/problems/invalid-parameter", "title": "A parameter is not valid", "status": 400, "detail": \
            "limit must be in 1..1000.", "parameter": "limit", "rule": "must be in 1..1000"}""";

    private LikelyApiDocs() {}

    /** Of {@code GET /api/duplicates/likely}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "listLikelyDuplicates",
            summary = "Customers that are likely the same",
            description = "The likeliest first, with the evidence that their scores add up from. Pairs that somebody"
                    + " merged or rejected are not among them.",
            parameters =
                    @Parameter(
                            name = "limit",
                            in = ParameterIn.QUERY,
                            description = "pairs at most",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100")))
    @ApiResponse(
            responseCode = "200",
            description = "The pairs",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = LikelyAnswer.class),
                            examples = @ExampleObject(LIKELY)))
    @Asked
    @interface ListLikely {}

    /** Of {@code GET /api/customers/hint}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "getCustomerHint",
            summary = "What is known of a customer by its name",
            description =
                    "When it was reviewed last, and by whom; or, of a name that is new, which customers are like it.",
            parameters =
                    @Parameter(
                            name = "name",
                            in = ParameterIn.QUERY,
                            required = true,
                            description = "in any spelling",
                            example = "acme.com",
                            schema = @Schema(type = "string", maxLength = 255)))
    @ApiResponse(
            responseCode = "200",
            description = "What is known, which may be nothing",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = CustomerHint.class),
                            examples = @ExampleObject(HINT)))
    @Asked
    @interface GetHint {}

    /** What both have in common. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid; the answer names it",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG)))
    @ApiResponse(
            responseCode = "503",
            description = "The numbers are still being loaded",
            content = @Content(mediaType = PROBLEM))
    @interface Asked {}
}
