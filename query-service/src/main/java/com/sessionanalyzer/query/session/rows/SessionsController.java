package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.RequestParameters;
import com.sessionanalyzer.query.session.rows.DatabaseRows.Answer;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Clock clock;

    SessionsController(DatabaseRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping
    @RowApiDocs.ListSessions
    ResponseEntity<?> list(Organization organization, HttpServletRequest request) {
        Faults faults = new Faults();
        RowParameters parameters = RowParameters.ofApi(Parameters.of(request), faults);
        SessionQuery query = parameters.query(LocalDate.now(clock.withZone(organization.zone())));
        List<RowColumn> columns = parameters.columns(List.of());
        faults.refuse();
        Position after = RequestParameters.after(request.getParameter("after"), request.getHeader(Position.HEADER));
        Answer<SessionPage> answer = rows.page(organization.id(), query, after);
        return ResponseEntity.ok()
                .header(TOTAL, Long.toString(answer.value().total()))
                .header(HttpHeaders.LINK, new PageLinks(answer.value(), query, columns).text())
                .header(Position.HEADER, answer.position().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(
                        columns.isEmpty()
                                ? answer.value().rows()
                                : parts(answer.value().rows(), columns));
    }

    private static List<Map<String, @Nullable Object>> parts(List<SessionView> rows, List<RowColumn> columns) {
        return rows.stream().map(row -> part(row, columns)).toList();
    }

    private static Map<String, @Nullable Object> part(SessionView row, List<RowColumn> columns) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        columns.forEach(column -> part.put(column.code(), column.of(row)));
        return part;
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
