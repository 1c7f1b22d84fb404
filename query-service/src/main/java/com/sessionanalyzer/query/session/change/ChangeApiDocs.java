package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.session.SessionApiDocs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about changes. */
final class ChangeApiDocs {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String POSITION = "position of the change; a read that carries it sees it";

    private ChangeApiDocs() {}

    /** What changes of one record have in common. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @SessionApiDocs.ById
    @ApiResponse(
            responseCode = "404",
            description = "There is no such record",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(ChangeApiExamples.NOT_FOUND)))
    @ApiResponse(
            responseCode = "412",
            description = "Another revision is current",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(ChangeApiExamples.CONFLICT)))
    @interface OfARecord {}

    /** What all changes have in common. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @SessionApiDocs.FromThisSite
    @ApiResponse(
            responseCode = "503",
            description = "Kafka or the database is away, or the records are catching up",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(ChangeApiExamples.UNAVAILABLE)))
    @interface MayBeRefused {}

    /** Of {@code PUT /api/sessions/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "correctSession",
            summary = "Correct one record",
            description = "Send the whole record in the fields of POST /api/upload; id and created_at may come along"
                    + " as they are, and without uploaded_at it keeps its time. Every number moves by exactly the"
                    + " difference of the two versions. When the record says all of it already, nothing is written.",
            parameters = {
                @Parameter(
                        name = "If-Match",
                        in = ParameterIn.HEADER,
                        required = true,
                        description = "the ETag of the record that you have seen",
                        example = "\"0\"",
                        schema = @Schema(type = "string"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = JSON,
                                            schema = @Schema(implementation = CorrectionFields.class),
                                            examples = @ExampleObject(ChangeApiExamples.FIELDS))))
    @ApiResponse(
            responseCode = "200",
            description = "It is corrected, or was as sent already",
            headers = {
                @Header(
                        name = "ETag",
                        description = "its revision now",
                        schema = @Schema(type = "string", example = "\"1\"")),
                @Header(name = "Session-Position", description = POSITION, schema = @Schema(type = "string"))
            },
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ChangeAnswer.class),
                            examples = @ExampleObject(ChangeApiExamples.CORRECTED)))
    @ApiResponse(
            responseCode = "400",
            description = "The record breaks rules, all of which are named; nothing was changed",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(ChangeApiExamples.INVALID)))
    @ApiResponse(
            responseCode = "428",
            description = "If-Match is missing",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(ChangeApiExamples.REQUIRED)))
    @OfARecord
    @MayBeRefused
    @interface CorrectSession {}

    /** Of {@code DELETE /api/sessions/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "deleteSession",
            summary = "Delete one record",
            description = "Every number that contained it goes down by exactly it. Deleting again answers 404.",
            parameters = {
                @Parameter(
                        name = "If-Match",
                        in = ParameterIn.HEADER,
                        description = "the ETag of the record that you have seen; without it any is deleted",
                        example = "\"0\"",
                        schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "It is deleted",
            headers = @Header(name = "Session-Position", description = POSITION, schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ChangeAnswer.class),
                            examples = @ExampleObject(ChangeApiExamples.DELETED)))
    @ApiResponse(
            responseCode = "400",
            description = "The id is no UUID",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(ChangeApiExamples.WRONG_ID)))
    @OfARecord
    @MayBeRefused
    @interface DeleteSession {}

    /** Of {@code DELETE /api/customers/{customer}/sessions}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "eraseCustomer",
            summary = "Erase a customer",
            description =
                    "Deletes every record of the customer, and every rejection that names it. Erasing again answers"
                            + " 404. The audit log names the customer by a digest only.",
            parameters =
                    @Parameter(
                            name = "customer",
                            in = ParameterIn.PATH,
                            required = true,
                            description = "its name, in any spelling",
                            example = "acme.com",
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "It is erased",
            headers = @Header(name = "Session-Position", description = POSITION, schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = ChangeAnswer.class),
                            examples = @ExampleObject(ChangeApiExamples.ERASED)))
    @ApiResponse(
            responseCode = "404",
            description = "There is nothing of this customer",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(ChangeApiExamples.NO_CUSTOMER)))
    @MayBeRefused
    @interface EraseCustomer {}
}
