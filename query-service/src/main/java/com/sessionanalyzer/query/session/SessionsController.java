package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.DatabaseRows.Answer;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records over HTTP: by the page, one, and away with one. */
@RestController
@RequestMapping(path = "/api/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions", description = "The records, one per review")
class SessionsController {

    private static final String TOTAL = "X-Total-Count";

    private final DatabaseRows rows;
    private final SessionDeletions deletions;

    SessionsController(DatabaseRows rows, SessionDeletions deletions) {
        this.rows = rows;
        this.deletions = deletions;
    }

    @GetMapping
    @SessionApiDocs.ListSessions
    ResponseEntity<List<SessionView>> list(
            Organization organization,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "page_size", required = false) @Nullable String pageSize,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Position.HEADER, required = false) @Nullable String position) {
        SessionQuery query = RequestParameters.query(page, pageSize, q, sort, order);
        Answer<SessionPage> answer = rows.page(organization.id(), query, RequestParameters.after(after, position));
        return ResponseEntity.ok()
                .header(TOTAL, Long.toString(answer.value().total()))
                .header(HttpHeaders.LINK, PageLinks.of(answer.value(), query))
                .header(Position.HEADER, answer.position().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(answer.value().rows());
    }

    @GetMapping("/{id}")
    @SessionApiDocs.GetSession
    ResponseEntity<SessionView> get(
            Organization organization,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Position.HEADER, required = false) @Nullable String position) {
        UUID wanted = RequestParameters.id(id);
        Answer<Optional<SessionView>> answer =
                rows.row(organization.id(), wanted, RequestParameters.after(after, position));
        return ResponseEntity.ok()
                .header(Position.HEADER, answer.position().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(answer.value().orElseThrow(() -> notFound(wanted)));
    }

    @DeleteMapping("/{id}")
    @SessionApiDocs.DeleteSession
    ResponseEntity<Deleted> delete(Organization organization, @PathVariable String id) {
        UUID wanted = RequestParameters.id(id);
        Position tombstone = deletions.delete(organization.id(), wanted).orElseThrow(() -> notFound(wanted));
        rows.await(tombstone);
        return ResponseEntity.ok().header(Position.HEADER, tombstone.toString()).body(new Deleted(true));
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no record with the id " + id + ".");
    }
}
