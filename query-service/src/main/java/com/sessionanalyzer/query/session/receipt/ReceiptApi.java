package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How receipts are documented. */
@Tag(name = "Pipeline", description = "Where every record is")
interface ReceiptApi {

    String EXAMPLE = """
            {"id":"01890a5d-ac96-774b-bcce-b302099a8057","kind":"record","state":"recorded",\
            "received":{"at":"2026-03-14T12:00:00Z","channel":"bulk","sender":"anonymous",\
            "delivery":"01890a5d-ac00-774b-bcce-b302099a8057","line":17,"rejection":null},\
            "recorded":{"topic":"session-records","partition":3,"offset":88,"at":"2026-03-14T12:00:00Z"},\
            "history":[{"what":"recorded","revision":0,"by":null,\
            "logged":{"topic":"session-records","partition":3,"offset":88,"at":"2026-03-14T12:00:00Z"}}],\
            "counted":{"contained":true,"as_of":"2026-03-14T12:00:00Z",\
            "cell":{"day":"2026-03-14","region":"EU","source":"MySQL","destination":"BigQuery"}},\
            "stored":{"revision":0,"as_of":"2026-03-14T12:00:00Z"},"changes":[],"deleted":null,"rejected":null}""";

    String WRONG_ID = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"id must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "parameter":"id","rule":"must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057",\
            "error":"id must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057."}""";

    String UNKNOWN = """
            {"type":"/problems/not-found","title":"There is nothing here","status":404,\
            "detail":"There is no receipt with the id 01890a5d-ac96-774b-bcce-b302099a8057. If it was answered a moment ago, \
            ask again with its position.","error":"There is no receipt with the id 01890a5d-ac96-774b-bcce-b302099a8057. If it was answered a moment ago, \
            ask again with its position."}""";

    @Operation(
            operationId = "getReceipt",
            summary = "What became of a record or of a rejected one",
            description = """
                    How it came in, where it was recorded, each correction with its revision, its place and who made it, the \
                    cell it counts in, and whether it is stored. Of a deleted record the same, and its end; nothing of its \
                    content. Of a rejected one \
                    the rules it broke, and what became of it.""",
            parameters = {
                @Parameter(name = "id", example = "01890a5d-ac96-774b-bcce-b302099a8057"),
                @Parameter(
                        name = "after",
                        description = "a position that the answer contains, waiting for it if need be",
                        example = "0@12"),
                @Parameter(
                        name = Position.HEADER,
                        in = ParameterIn.HEADER,
                        description = "the same as after",
                        example = "0@12")
            })
    @ApiResponse(
            responseCode = "200",
            description = "The receipt",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Receipt.class),
                            examples = @ExampleObject(EXAMPLE)))
    @ApiResponse(
            responseCode = "400",
            description = "The id or the position is not valid",
            content =
                    @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, examples = @ExampleObject(WRONG_ID)))
    @ApiResponse(
            responseCode = "404",
            description = "Nobody knows this id",
            content =
                    @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, examples = @ExampleObject(UNKNOWN)))
    ResponseEntity<Receipt> get(
            Organization organization, String id, @Nullable String after, @Nullable String position);
}
