package com.sessionanalyzer.query.session.asof;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What differs between two moments, over HTTP. */
@RestController
@Tag(name = "Insights", description = "What the records add up to")
class DifferenceController {

    private final Differences differences;
    private final DifferenceQuestions questions;

    DifferenceController(Differences differences, DifferenceQuestions questions) {
        this.differences = differences;
        this.questions = questions;
    }

    @GetMapping(path = "/api/insights/difference", produces = MediaType.APPLICATION_JSON_VALUE)
    @AsOfApiDocs.GetDifference
    ResponseEntity<Difference> get(
            Organization organization,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "page_size", required = false) @Nullable String pageSize,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Position.HEADER, required = false) @Nullable String position) {
        Faults faults = new Faults();
        Differences.Question question =
                questions.read(Parameters.of(request), faults, organization.zone(), page, pageSize);
        faults.refuse();
        Difference difference =
                differences.between(organization.id(), requireNonNull(question), ApiParameters.after(after, position));
        return ResponseEntity.ok()
                .header(Position.HEADER, difference.position().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(difference);
    }
}
