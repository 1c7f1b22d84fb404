package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.live.LiveStream;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.asof.AsOf;
import com.sessionanalyzer.query.session.asof.PastInsights;
import com.sessionanalyzer.query.session.filter.Provenance;
import com.sessionanalyzer.query.session.insights.Asked;
import com.sessionanalyzer.query.session.insights.FilteredInsights;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.query.session.insights.FilteredJson;
import com.sessionanalyzer.query.session.insights.PastFilteredInsights;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** The numbers over HTTP: once, or live. */
@RestController
@Tag(name = "Insights", description = "What the records add up to")
class InsightsController {

    private final InsightsReader insights;
    private final FilteredInsightsReader filtered;
    private final PastInsights past;
    private final PastFilteredInsights pastFiltered;
    private final LiveStream stream;
    private final Clock clock;
    private final int listLimit;

    InsightsController(
            InsightsReader insights,
            FilteredInsightsReader filtered,
            PastInsights past,
            PastFilteredInsights pastFiltered,
            LiveStream stream,
            Clock clock,
            int listLimit) {
        this.insights = insights;
        this.filtered = filtered;
        this.past = past;
        this.pastFiltered = pastFiltered;
        this.stream = stream;
        this.clock = clock;
        this.listLimit = listLimit;
    }

    @GetMapping(path = "/api/insights", produces = MediaType.APPLICATION_JSON_VALUE)
    @InsightsApiDocs.GetInsights
    ResponseEntity<byte[]> get(
            Organization organization,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Position.HEADER, required = false) @Nullable String position,
            HttpServletRequest request) {
        int lists = RequestParameters.number("limit", limit, listLimit, 0, Integer.MAX_VALUE);
        Position wanted = RequestParameters.after(after, position);
        AsOf asOf = asOf(organization, request);
        Asked asked = asked(organization, request, asOf);
        if (asked.isNothingSpecial()) {
            Insights all = asOf == null
                    ? insights.read(organization.id(), wanted, lists)
                    : past.read(organization.id(), asOf, asked.filter(), wanted, lists);
            return answer(organization, asked, all, InsightsJson.encode(all));
        }
        FilteredInsights some = asOf == null
                ? filtered.read(organization.id(), asked, wanted, lists)
                : pastFiltered.read(organization.id(), asOf, asked, wanted, lists);
        return answer(organization, asked, some.insights(), FilteredJson.encode(some));
    }

    private @Nullable AsOf asOf(Organization organization, HttpServletRequest request) {
        Faults faults = new Faults();
        AsOf asOf = AsOf.read(Parameters.of(request), faults, organization.zone(), clock.instant());
        faults.refuse();
        return asOf;
    }

    private Asked asked(Organization organization, HttpServletRequest request, @Nullable AsOf asOf) {
        Faults faults = new Faults();
        LocalDate today = asOf == null ? LocalDate.now(clock.withZone(organization.zone())) : asOf.day();
        Asked asked = Asked.read(Parameters.of(request), faults, today, Period.ALL);
        faults.refuse();
        return asked;
    }

    private static ResponseEntity<byte[]> answer(
            Organization organization, Asked asked, Insights insights, byte[] json) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(Position.HEADER, insights.position().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        new Provenance(asked.filter(), organization.zone(), insights.asOf())
                .headers()
                .forEach(response::header);
        return response.body(json);
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
