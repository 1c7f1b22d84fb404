package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** How the books are documented. */
@Tag(name = "Pipeline", description = "Where every record is")
interface PipelineApi {

    String EXAMPLE = """
            {"as_of":"2026-03-14T12:00:00Z","balance":"balanced",\
            "channels":[{"channel":"api","received":3,"recorded":2,"replayed":0,"rejected":1,"in_flight":0,"corrected":0,\
            "deleted":0,"live":2,"ledger":2,"rows":2,"rejections":1,"open_rejections":1,"erased_rejections":0,"received_per_second":0.5}],\
            "total":{"channel":"all","received":3,"recorded":2,"replayed":0,"rejected":1,"in_flight":0,"corrected":0,\
            "deleted":0,"live":2,"ledger":2,"rows":2,"rejections":1,"open_rejections":1,"erased_rejections":0,"received_per_second":0.5},\
            "cells":2,"comparisons":[{"channel":"api","stage":"rows","expected":2,"found":2,"difference":0,\
            "balance":"balanced"}],"consumers":[{"consumer":"Rows of records","topic":"session-records","lag_records":0,\
            "lag_seconds":0}],"dead_letters":0}""";

    String UNAVAILABLE = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"The books are not open at the moment: many rows are being counted for the first time, or Kafka or the database is away.",\
            "error":"The books are not open at the moment: many rows are being counted for the first time, or Kafka or the database is away."}""";

    @GetMapping(path = "/api/pipeline", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "readPipeline",
            summary = "The books: what came in, what is counted and what is stored",
            description = """
                    Per channel: received = recorded + replayed + rejected + in flight, and recorded − deleted = in the \
                    ledger = in PostgreSQL, from three places that do not know each other. A difference that can be on its \
                    way is `in-transit`; one that cannot is `off`.""")
    @ApiResponse(
            responseCode = "200",
            description = "The books",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PipelineAnswer.class),
                            examples = @ExampleObject(EXAMPLE)))
    @ApiResponse(
            responseCode = "503",
            description = "Kafka or the database is away since the start",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            examples = @ExampleObject(UNAVAILABLE)))
    ResponseEntity<PipelineAnswer> read(Organization organization);
}
