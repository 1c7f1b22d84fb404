package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.rows.DatabaseRows.Answer;
import com.sessionanalyzer.query.session.RequestParameters;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records over HTTP: by the page, or one. */
@RestController
@RequestMapping(path = "/api/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions", description = "The records, one per review")
class SessionsController {

    private static final String TOTAL = "X-Total-Count";

    private final DatabaseRows rows;

    SessionsController(DatabaseRows rows) {
        this.rows = rows;
    }

    @GetMapping
    @RowApiDocs.ListSessions
    ResponseEntity<List<SessionView>> list(
            Organization organization,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "page_size", required = false) @Nullable String pageSize,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Position.HEADER, required = false) @Nullable String position) {
        SessionQuery query = RowParameters.query(page, pageSize, q, sort, order);
        Answer<SessionPage> answer = rows.page(organization.id(), query, RequestParameters.after(after, position));
        return ResponseEntity.ok()
                .header(TOTAL, Long.toString(answer.value().total()))
                .header(HttpHeaders.LINK, PageLinks.of(answer.value(), query))
                .header(Position.HEADER, answer.position().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(answer.value().rows());
    }

    @GetMapping("/{id}")
    @RowApiDocs.GetSession
    ResponseEntity<SessionView> get(
            Organization organization,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Position.HEADER, required = false) @Nullable String position) {
        UUID wanted = RequestParameters.id(id);
        Answer<Optional<DatabaseRows.Versioned>> answer =
                rows.row(organization.id(), wanted, RequestParameters.after(after, position));
        DatabaseRows.Versioned found = answer.value().orElseThrow(() -> notFound(wanted));
        return ResponseEntity.ok()
                .eTag("\"" + found.revision() + "\"")
                .header(Position.HEADER, answer.position().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(found.view());
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no record with the id " + id + ".");
    }
}
