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

    /** The fields that records are chosen by; values of one field are alternatives, fields are all to be met. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            description = "so many local days, the last of which is today; all is everything",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"7d", "30d", "90d", "1y", "all"}))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "the first local day, instead of a period",
            example = "2026-01-01",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "the last local day, today unless it is said; at most 731 days in all",
            example = "2026-01-31",
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
            description = "in any spelling, or by a name that was merged into it; said more than once, one of them",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "highlight",
            in = ParameterIn.QUERY,
            description = "the type of the highlight, any, or none; said more than once, one of them",
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
            description = "whether the minutes are known",
            schema = @Schema(type = "boolean"))
    @Parameter(
            name = "minutes_min",
            in = ParameterIn.QUERY,
            description = "the fewest minutes",
            schema = @Schema(type = "integer", minimum = "1", maximum = "120"))
    @Parameter(
            name = "minutes_max",
            in = ParameterIn.QUERY,
            description = "the most minutes",
            schema = @Schema(type = "integer", minimum = "1", maximum = "120"))
    public @interface Filtered {}

    /** How the days that a filter means are cut; lists of records are not. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = "grain",
            in = ParameterIn.QUERY,
            description = "how the days are cut, when not as usual: weeks begin on Monday; at most 400 buckets",
            schema = @Schema(allowableValues = {"day", "week", "month"}))
    public @interface Cut {}

    /** What the numbers are compared with. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = "compare",
            in = ParameterIn.QUERY,
            description = "with as many days directly before, or with the same dates a year before",
            schema = @Schema(allowableValues = {"previous", "year"}))
    public @interface Compared {}
}
