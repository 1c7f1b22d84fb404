package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.live.LiveStream;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.asof.AsOf;
import com.sessionanalyzer.query.session.asof.PastInsights;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The numbers over HTTP: once, or live. */
@RestController
@Tag(name = "Insights", description = "What the records add up to")
class InsightsController {

    private final InsightsReader insights;
    private final PastInsights past;
    private final Clock clock;
    private final LiveStream stream;
    private final int listLimit;

    InsightsController(InsightsReader insights, PastInsights past, Clock clock, LiveStream stream, int listLimit) {
        this.insights = insights;
        this.past = past;
        this.clock = clock;
        this.stream = stream;
        this.listLimit = listLimit;
    }

    @GetMapping(path = "/api/insights", produces = MediaType.APPLICATION_JSON_VALUE)
    @InsightsApiDocs.GetInsights
    ResponseEntity<byte[]> get(
            Organization organization,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Position.HEADER, required = false) @Nullable String position) {
        int lists = RequestParameters.number("limit", limit, listLimit, 0, Integer.MAX_VALUE);
        Position required = RequestParameters.after(after, position);
        AsOf asOf = asOf(organization, request);
        Insights newest = asOf == null
                ? insights.read(organization.id(), required, lists)
                : past.read(organization.id(), asOf, SessionFilter.EVERYTHING, required, lists);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(Position.HEADER, newest.position().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(InsightsJson.encode(newest));
    }

    private @Nullable AsOf asOf(Organization organization, HttpServletRequest request) {
        Faults faults = new Faults();
        AsOf asOf = AsOf.read(Parameters.of(request), faults, organization.zone(), clock.instant());
        faults.refuse();
        return asOf;
    }

    @GetMapping(path = "/api/insights/stream")
    @InsightsApiDocs.StreamInsights
    void stream(Organization organization, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!stream.open(organization.id(), request, response)) {
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE, "There are too many live connections at the moment; try again later.");
        }
    }
}
