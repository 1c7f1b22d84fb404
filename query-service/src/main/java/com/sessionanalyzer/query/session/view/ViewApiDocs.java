package com.sessionanalyzer.query.session.view;

import com.sessionanalyzer.query.session.SessionApiDocs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What the API description says about the endpoints of saved views. */
final class ViewApiDocs {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    static final String VIEW = """
            {"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"EU, most minutes first",\
            "query":"sort=-time_consumed,customer&region=EU","created_at":"2026-03-14T12:00:00Z",\
            "updated_at":"2026-03-14T12:00:00Z"}""";

    static final String VIEWS = "[" + VIEW + "]";

    static final String SENT = """
            {"name":"EU, most minutes first","query":"region=EU&sort=-minutes,customer"}""";

    static final String WRONG_NAME = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"name must have 1 to 80 characters.","error":"name must have 1 to 80 characters.",\
            "parameter":"name","rule":"must have 1 to 80 characters"}""";

    static final String UNKNOWN = """
            {"type":"/problems/not-found","title":"There is nothing here","status":404,\
            "detail":"You have no saved view with the id 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "error":"You have no saved view with the id 01890a5d-ac96-774b-bcce-b302099a8057."}""";

    private ViewApiDocs() {}

    /** The id in the path. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @SessionApiDocs.ById
    @ApiResponse(
            responseCode = "404",
            description = "The caller has no such view",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(UNKNOWN)))
    @interface OfOne {}

    /** A name or query that breaks a rule. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "400",
            description = "The name or the query is not valid, or the name is taken",
            content = @Content(mediaType = PROBLEM, examples = @ExampleObject(WRONG_NAME)))
    @interface Checked {}

    /** Of {@code GET /api/views}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(operationId = "listViews", summary = "List the caller's saved views", description = "By name.")
    @ApiResponse(
            responseCode = "200",
            description = "The views",
            content =
                    @Content(
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = SavedView.class)),
                            examples = @ExampleObject(VIEWS)))
    @SessionApiDocs.MayBeAway
    @interface ListViews {}

    /** Of {@code GET /api/views/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(operationId = "getView", summary = "Get a saved view of anybody in the organization")
    @ApiResponse(
            responseCode = "200",
            description = "The view",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SavedView.class),
                            examples = @ExampleObject(VIEW)))
    @OfOne
    @SessionApiDocs.MayBeAway
    @interface GetView {}

    /** Of {@code POST /api/views}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "createView",
            summary = "Save a view",
            description = "The query is what an address of the reports says after the question mark.",
            requestBody = @RequestBody(content = @Content(mediaType = JSON, examples = @ExampleObject(SENT))))
    @ApiResponse(
            responseCode = "201",
            description = "The view, with its query as the pages write it",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SavedView.class),
                            examples = @ExampleObject(VIEW)))
    @Checked
    @SessionApiDocs.MayBeAway
    @interface CreateView {}

    /** Of {@code PUT /api/views/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            operationId = "changeView",
            summary = "Give a view of the caller another name or query",
            requestBody = @RequestBody(content = @Content(mediaType = JSON, examples = @ExampleObject(SENT))))
    @ApiResponse(
            responseCode = "200",
            description = "The view",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = SavedView.class),
                            examples = @ExampleObject(VIEW)))
    @Checked
    @OfOne
    @SessionApiDocs.MayBeAway
    @interface ChangeView {}

    /** Of {@code DELETE /api/views/{id}}. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(operationId = "deleteView", summary = "Delete a view of the caller")
    @ApiResponse(responseCode = "204", description = "It is deleted")
    @OfOne
    @SessionApiDocs.MayBeAway
    @interface DeleteView {}
}
