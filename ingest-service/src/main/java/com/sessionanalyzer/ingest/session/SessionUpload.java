package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionIntake;
import com.sessionanalyzer.intake.session.SessionReceipt;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes records from programs. */
@RestController
final class SessionUpload implements SessionUploadApi {

    private final SessionIntake intake;
    private final Clock clock;
    private final int maxRecords;

    SessionUpload(SessionIntake intake, Clock clock, int maxRecords) {
        this.intake = intake;
        this.clock = clock;
        this.maxRecords = maxRecords;
    }

    @Override
    @PostMapping(
            path = "/api/upload",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<UploadAnswer> upload(HttpServletRequest request, Organization organization)
            throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Parsed> post = UploadBody.parse(body, new Terms(organization.zone(), now), maxRecords);
        return answer(accepted(organization, now, post));
    }

    private SessionReceipt accepted(Organization organization, Instant now, List<Parsed> post) {
        try {
            return intake.accept(organization, Channel.API, now, post);
        } catch (LogUnavailableException unavailable) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, Refusals.UNAVAILABLE);
        }
    }

    private static ResponseEntity<UploadAnswer> answer(SessionReceipt receipt) {
        if (receipt.recorded().isEmpty()) {
            throw refusal(receipt);
        }
        HttpStatus status = receipt.rejected().isEmpty() ? HttpStatus.CREATED : HttpStatus.MULTI_STATUS;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .header(Position.HEADER, receipt.position().toString());
        if (receipt.outcomes().size() == 1) {
            answer.location(URI.create(
                    "/api/sessions/" + receipt.recorded().get(0).session().id()));
        }
        return answer.body(UploadAnswer.of(receipt));
    }

    private static ProblemException refusal(SessionReceipt receipt) {
        List<Parsed.Rejected> rejected = receipt.rejected();
        Map<String, Object> properties = new HashMap<>();
        properties.put(
                "errors",
                rejected.stream().flatMap(one -> one.violations().stream()).toList());
        if (rejected.size() > 1) {
            properties.put(
                    "results", receipt.outcomes().stream().map(UploadResult::of).toList());
        }
        return ProblemException.of(ProblemType.INVALID_RECORD, Refusals.sentence(rejected), properties);
    }
}
