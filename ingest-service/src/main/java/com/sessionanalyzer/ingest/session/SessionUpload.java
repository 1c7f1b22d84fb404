package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.body.IdempotencyHeader;
import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.ParseTimes;
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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes records from programs. */
@RestController
final class SessionUpload implements SessionUploadApi {

    private final SessionIntake intake;
    private final KeyedUploads keyed;
    private final ParseTimes times;
    private final Clock clock;
    private final int maxRecords;

    SessionUpload(SessionIntake intake, KeyedUploads keyed, ParseTimes times, Clock clock, int maxRecords) {
        this.intake = intake;
        this.keyed = keyed;
        this.times = times;
        this.clock = clock;
        this.maxRecords = maxRecords;
    }

    @Override
    @PostMapping(
            path = "/api/upload",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<UploadAnswer> upload(
            HttpServletRequest request, HttpServletResponse response, Organization organization) throws IOException {
        IdempotencyKey key = IdempotencyHeader.of(request);
        byte[] body = request.getInputStream().readAllBytes();
        KeyedUploads.Receipt receipt = accepted(organization, key, body);
        if (receipt.isReplayed()) {
            response.setHeader(IdempotencyKey.REPLAYED, "true");
        }
        return answer(receipt.session());
    }

    private KeyedUploads.Receipt accepted(Organization organization, @Nullable IdempotencyKey key, byte[] body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Function<Instant, List<Parsed>> parser = at -> times.time(
                Channel.API.code(), () -> UploadBody.parse(body, new Terms(organization.zone(), at), maxRecords));
        try {
            return key == null
                    ? new KeyedUploads.Receipt(intake.accept(organization, Channel.API, now, parser.apply(now)), false)
                    : keyed.accept(organization, key, body, now, parser);
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
