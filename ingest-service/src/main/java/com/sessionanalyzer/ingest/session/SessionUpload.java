package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.body.IdempotencyHeader;
import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.ParseTimes;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionIntake;
import com.sessionanalyzer.intake.session.SessionReceipt;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.intake.session.alias.EarlierReviews;
import com.sessionanalyzer.intake.session.alias.EarlierReviews.Earlier;
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
import tools.jackson.databind.json.JsonMapper;

/** Takes records from programs. */
@RestController
final class SessionUpload implements SessionUploadApi {

    private final SessionIntake intake;
    private final KeyedUploads keyed;
    private final ParseTimes times;
    private final Clock clock;
    private final int maxRecords;
    private final EarlierReviews reviews;
    private final JsonMapper json;

    SessionUpload(
            SessionIntake intake,
            KeyedUploads keyed,
            ParseTimes times,
            Clock clock,
            int maxRecords,
            EarlierReviews reviews,
            JsonMapper json) {
        this.intake = intake;
        this.keyed = keyed;
        this.times = times;
        this.clock = clock;
        this.maxRecords = maxRecords;
        this.reviews = reviews;
        this.json = json;
    }

    @Override
    @PostMapping(
            path = "/api/upload",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<byte[]> upload(
            HttpServletRequest request, HttpServletResponse response, Organization organization) throws IOException {
        IdempotencyKey key = IdempotencyHeader.of(request);
        byte[] body = request.getInputStream().readAllBytes();
        Map<String, Earlier> earlier = new HashMap<>();
        KeyedUploads.Receipt receipt = accepted(organization, key, body, earlier);
        if (receipt.isReplayed()) {
            response.setHeader(IdempotencyKey.REPLAYED, "true");
        }
        return answer(receipt.session(), earlier);
    }

    private KeyedUploads.Receipt accepted(
            Organization organization, @Nullable IdempotencyKey key, byte[] body, Map<String, Earlier> earlier) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Function<Instant, List<Parsed>> parser = at -> {
            List<Parsed> parsed = times.time(
                    Channel.API.code(), () -> UploadBody.parse(body, new Terms(organization.zone(), at), maxRecords));
            look(organization, parsed, earlier);
            return parsed;
        };
        try {
            return key == null
                    ? new KeyedUploads.Receipt(intake.accept(organization, Channel.API, now, parser.apply(now)), false)
                    : keyed.accept(organization, key, body, now, parser);
        } catch (LogUnavailableException unavailable) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, Refusals.UNAVAILABLE);
        }
    }

    /** Looks before the records are in the log, and so among those before them. */
    private void look(Organization organization, List<Parsed> parsed, Map<String, Earlier> earlier) {
        for (Parsed item : parsed) {
            if (item instanceof Parsed.Accepted accepted) {
                String customer = accepted.draft().customer();
                earlier.computeIfAbsent(customer, name -> reviews.find(organization.id(), name));
            }
        }
    }

    /** In bytes, since an answer of known length is one write to the socket instead of two. */
    private ResponseEntity<byte[]> answer(SessionReceipt receipt, Map<String, Earlier> earlier) {
        if (receipt.recorded().isEmpty()) {
            throw refusal(receipt);
        }
        HttpStatus status = receipt.rejected().isEmpty() ? HttpStatus.CREATED : HttpStatus.MULTI_STATUS;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(Position.HEADER, receipt.position().toString());
        if (receipt.outcomes().size() == 1) {
            answer.location(URI.create(
                    "/api/sessions/" + receipt.recorded().get(0).session().id()));
        }
        return answer.body(json.writeValueAsBytes(UploadAnswer.of(receipt, earlier)));
    }

    private static ProblemException refusal(SessionReceipt receipt) {
        List<Parsed.Rejected> rejected = receipt.rejected();
        Map<String, Object> properties = new HashMap<>();
        properties.put(
                "errors",
                rejected.stream().flatMap(one -> one.violations().stream()).toList());
        if (rejected.size() > 1) {
            properties.put(
                    "results",
                    receipt.outcomes().stream()
                            .map(outcome -> UploadResult.of(outcome, Map.of()))
                            .toList());
        }
        return ProblemException.of(ProblemType.INVALID_RECORD, Refusals.sentence(rejected), properties);
    }
}
