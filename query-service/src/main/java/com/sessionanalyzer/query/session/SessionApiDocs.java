package com.sessionanalyzer.query.session;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says of several endpoints. */
public final class SessionApiDocs {

    private static final String PROBLEM = "application/problem+json";
    public static final String POSITION = "position of the newest records contained, per partition";
    private static final String AFTER = "a position that the answer must contain";

    private SessionApiDocs() {}

    /** A position to wait for. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(name = "after", in = ParameterIn.QUERY, description = AFTER, example = "0@12")
    @Parameter(name = "Session-Position", in = ParameterIn.HEADER, description = "the same as after", example = "0@12")
    public @interface Positioned {}

    /** The id of one thing, in the path. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            required = true,
            example = "01890a5d-ac96-774b-bcce-b302099a8057",
            schema = @Schema(type = "string", format = "uuid"))
    public @interface ById {}

    /** The answer to a change that another site asks for in a browser. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "403",
            description = "The request comes from another site",
            content = @Content(mediaType = PROBLEM))
    public @interface FromThisSite {}

    /** The answer to a question with a parameter that is wrong. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not valid; all that are wrong are named, with what is allowed",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(SessionApiExamples.WRONG_PARAMETER)))
    public @interface Asked {}

    /** An answer while something is away. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "503",
            description = "The database is away",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(SessionApiExamples.UNAVAILABLE)))
    public @interface MayBeAway {}
}
