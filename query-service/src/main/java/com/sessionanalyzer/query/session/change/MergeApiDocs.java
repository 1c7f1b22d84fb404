package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.session.SessionApiDocs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about merges of customers. */
final class MergeApiDocs {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String POSITION = "contains what was moved; missing when nothing was";

    private MergeApiDocs() {}

    /** What all decisions have in common. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "400",
            description = "A name is missing or names nobody",
            content = @Content(mediaType = PROBLEM))
    @SessionApiDocs.FromThisSite
    @ApiResponse(
            responseCode = "409",
            description = "What was decided before stands in the way; the answer says what",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(MergeApiExamples.CONFLICT)))
    @ApiResponse(
            responseCode = "503",
            description =
                    "Kafka or the database is away, or other changes go on. What was begun is completed by itself",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(ChangeApiExamples.UNAVAILABLE)))
    @interface MayBeRefused {}

    /** Of {@code POST /api/duplicates/merge}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "mergeCustomers",
            summary = "Merge a customer into another",
            description =
                    "All its records become records of the other, each as one correction, and keep their spelling."
                            + " Records that come in under its name later follow. Merging again moves what is left, if anything.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = JSON,
                                            schema = @Schema(implementation = MergeRequests.Merge.class),
                                            examples = @ExampleObject(MergeApiExamples.MERGE))))
    @ApiResponse(
            responseCode = "200",
            description = "They are merged",
            headers = @Header(name = "Session-Position", description = POSITION, schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = MergeAnswer.class),
                            examples = @ExampleObject(MergeApiExamples.MERGED)))
    @ApiResponse(
            responseCode = "404",
            description = "One of them has no records",
            content = @Content(mediaType = PROBLEM))
    @MayBeRefused
    @interface MergeCustomers {}

    /** Of {@code POST /api/duplicates/undo}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "undoMerge",
            summary = "Undo a merge",
            description =
                    "Every record that spells the merged customer's name is a record of it again, also one that came"
                            + " in since, or was corrected in other fields.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = JSON,
                                            schema = @Schema(implementation = MergeRequests.Undo.class),
                                            examples = @ExampleObject(MergeApiExamples.UNDO))))
    @ApiResponse(
            responseCode = "200",
            description = "It is undone",
            headers = @Header(name = "Session-Position", description = POSITION, schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = MergeAnswer.class),
                            examples = @ExampleObject(MergeApiExamples.UNDONE)))
    @ApiResponse(responseCode = "404", description = "It was not merged", content = @Content(mediaType = PROBLEM))
    @MayBeRefused
    @interface UndoMerge {}

    /** Of {@code POST /api/duplicates/reject}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "rejectDuplicate",
            summary = "Say that two customers are not the same",
            description = "They are not proposed again. Doing it twice is doing it once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = JSON,
                                            schema = @Schema(implementation = MergeRequests.Reject.class),
                                            examples = @ExampleObject(MergeApiExamples.REJECT))))
    @ApiResponse(responseCode = "204", description = "They are kept apart", content = @Content)
    @MayBeRefused
    @interface RejectDuplicate {}

    /** Of {@code GET /api/duplicates/merges}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(operationId = "listMerges", summary = "Merges of customers, the newest first")
    @ApiResponse(
            responseCode = "200",
            description = "The merges, undone ones too",
            content =
                    @Content(
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = MergeView.class)),
                            examples = @ExampleObject(MergeApiExamples.MERGES)))
    @interface ListMerges {}

    /** Of {@code GET /api/duplicates/rejected}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "listRejectedDuplicates",
            summary = "Customers that are not the same, the newest decision first")
    @ApiResponse(
            responseCode = "200",
            description = "The pairs",
            content =
                    @Content(
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = ApartView.class)),
                            examples = @ExampleObject(MergeApiExamples.REJECTED)))
    @interface ListRejected {}
}
