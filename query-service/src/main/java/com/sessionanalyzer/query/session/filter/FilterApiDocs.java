package com.sessionanalyzer.query.session.filter;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about filters. */
public final class FilterApiDocs {

    private FilterApiDocs() {}

    /** A question about the records that a filter means. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            description = "days up to today in the organization's time zone",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"7d", "30d", "90d", "1y", "all"}))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "the first day, instead of a period",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "the last day; today when it is not said",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "exactly; said more than once, one of them",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "exactly; said more than once, one of them",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "destination",
            in = ParameterIn.QUERY,
            description = "exactly; said more than once, one of them",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "customer",
            in = ParameterIn.QUERY,
            description = "however it is spelled; said more than once, one of them",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "highlight",
            in = ParameterIn.QUERY,
            description = "said more than once, one of them",
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "any",
                                                "none",
                                                "error_gap",
                                                "error_wrong",
                                                "feature_request",
                                                "wrong_behaviour",
                                                "other"
                                            })))
    @Parameter(
            name = "has_time",
            in = ParameterIn.QUERY,
            description = "whether the time consumed is known",
            schema = @Schema(type = "boolean"))
    @Parameter(
            name = "minutes_min",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "120"))
    @Parameter(
            name = "minutes_max",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "120"))
    public @interface Filtered {}
}
