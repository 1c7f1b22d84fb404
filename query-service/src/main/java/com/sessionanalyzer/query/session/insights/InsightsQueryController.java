package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.asof.AsOf;
import com.sessionanalyzer.query.session.filter.Provenance;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Any grouping of filtered records over HTTP, as JSON or CSV. */
@RestController
@Tag(name = "Insights", description = "What the records add up to")
final class InsightsQueryController {

    static final String AS_OF = "Session-As-Of";
    static final String VERSION = "Session-Version";

    private final InsightsQueries queries;
    private final PastQueries past;
    private final Clock clock;

    InsightsQueryController(InsightsQueries queries, PastQueries past, Clock clock) {
        this.queries = queries;
        this.past = past;
        this.clock = clock;
    }

    @GetMapping("/api/insights/query")
    @QueryDocs.QueryInsights
    ResponseEntity<byte[]> query(
            Organization organization,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Position.HEADER, required = false) @Nullable String position,
            HttpServletRequest request) {
        Faults faults = new Faults();
        Parameters parameters = Parameters.of(request);
        AsOf asOf = AsOf.read(parameters, faults, organization.zone(), clock.instant());
        LocalDate today = asOf == null ? LocalDate.now(clock.withZone(organization.zone())) : asOf.day();
        InsightsQuery query = new QueryParameters(parameters, faults).read(today);
        AnswerFormat format = AnswerFormat.of(parameters, request.getHeader(HttpHeaders.ACCEPT), faults);
        faults.refuse();
        Position wanted = ApiParameters.after(after, position);
        QueryAnswer answer = asOf == null
                ? queries.read(organization.id(), query, wanted)
                : past.read(organization.id(), query, asOf, wanted);
        Provenance of = new Provenance(query.asked().filter(), organization.zone(), answer.asOf());
        ResponseEntity.BodyBuilder response = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(Position.HEADER, answer.position())
                .header(VERSION, Long.toString(answer.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        of.headers().forEach(response::header);
        if (answer.asOf() != null) {
            response.header(AS_OF, answer.asOf().toString());
        }
        return response.body(format.encode(answer, organization.zone()));
    }
}
