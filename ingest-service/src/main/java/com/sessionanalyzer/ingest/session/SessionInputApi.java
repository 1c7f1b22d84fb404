package com.sessionanalyzer.ingest.session;

import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED_VALUE;
import static org.springframework.http.MediaType.TEXT_HTML_VALUE;

import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.web.servlet.ModelAndView;

/** How the forms that browsers post are documented. */
@Tag(name = "Forms", description = "What the input page posts; programs use the upload of session records")
interface SessionInputApi {

    @Operation(
            operationId = "postTextForm",
            summary = "Record the text of one or many session reviews from a form",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_FORM_URLENCODED_VALUE,
                                            schema = @Schema(implementation = InputForms.Text.class),
                                            examples = @ExampleObject(UploadExamples.TEXT_FORM))))
    @Answers
    @ApiResponse(
            responseCode = "422",
            description = "There are more than 1,000 records; the input page again, with everything typed",
            content = @Content(mediaType = TEXT_HTML_VALUE, examples = @ExampleObject(UploadExamples.PAGE)))
    ModelAndView text(HttpServletRequest request, HttpServletResponse response, Organization organization);

    @Operation(
            operationId = "postRecordForm",
            summary = "Record one session review from a form",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_FORM_URLENCODED_VALUE,
                                            schema = @Schema(implementation = InputForms.Fields.class),
                                            examples = @ExampleObject(UploadExamples.RECORD_FORM))))
    @Answers
    ModelAndView form(HttpServletRequest request, HttpServletResponse response, Organization organization);

    /** What both forms answer. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "303",
            description = "Everything is recorded",
            headers = {
                @Header(
                        name = "Location",
                        description = "the page that was posted from",
                        schema = @Schema(type = "string", example = "/input")),
                @Header(
                        name = "Set-Cookie",
                        description = "csa-flash, the message that the next page shows once, and csa-position",
                        schema = @Schema(type = "string"))
            },
            content = @Content)
    @ApiResponse(
            responseCode = "400",
            description = "Something is not recorded: the input page again, with that and the rules it breaks",
            content = @Content(mediaType = TEXT_HTML_VALUE, examples = @ExampleObject(UploadExamples.PAGE)))
    @ApiResponse(
            responseCode = "403",
            description = "The token is missing or wrong, or another site posts; a page that says so",
            content = @Content(mediaType = TEXT_HTML_VALUE, examples = @ExampleObject(UploadExamples.PAGE)))
    @ApiResponse(
            responseCode = "413",
            description = "The form is too large; a page that says so",
            content = @Content(mediaType = TEXT_HTML_VALUE, examples = @ExampleObject(UploadExamples.PAGE)))
    @ApiResponse(
            responseCode = "503",
            description = "The log cannot be reached, nothing is recorded: the input page again, with everything typed",
            content = @Content(mediaType = TEXT_HTML_VALUE, examples = @ExampleObject(UploadExamples.PAGE)))
    @interface Answers {}
}
