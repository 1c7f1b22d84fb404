package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.RequestParameters;
import com.sessionanalyzer.query.session.rejection.Desk.Done;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome;
import com.sessionanalyzer.query.session.rejection.DeskRequests.Dismissal;
import com.sessionanalyzer.query.session.rejection.DeskRequests.Fix;
import com.sessionanalyzer.query.session.rejection.DeskRequests.GroupDismissal;
import com.sessionanalyzer.query.session.rejection.DeskRequests.Text;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settles rejected records over HTTP: one, or all of a group. */
@RestController
@RequestMapping(path = "/api/rejections", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rejections")
class DeskController {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final Desk desk;

    DeskController(Desk desk) {
        this.desk = desk;
    }

    @PostMapping("/{id}/resubmit")
    @DeskApiDocs.Resubmit
    ResponseEntity<Resubmitted> resubmit(
            Organization organization,
            Actor actor,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Text body) {
        UUID wanted = RequestParameters.id(id);
        Outcome outcome = desk.resubmit(organization, actor, wanted, body == null ? null : body.text());
        if (outcome instanceof Outcome.Settled settled) {
            ResponseEntity.BodyBuilder answer =
                    ResponseEntity.status(settled.replayed() ? HttpStatus.OK : HttpStatus.CREATED);
            return headers(answer, settled).body(Resubmitted.of(settled));
        }
        throw problem(wanted, outcome);
    }

    @PostMapping("/{id}/dismiss")
    @DeskApiDocs.Dismiss
    ResponseEntity<RejectionView> dismiss(
            Organization organization, Actor actor, @PathVariable String id, @RequestBody Dismissal body) {
        UUID wanted = RequestParameters.id(id);
        Outcome outcome = desk.dismiss(organization, actor, wanted, DeskRequests.reason(body.reason()));
        if (outcome instanceof Outcome.Settled settled) {
            return headers(ResponseEntity.ok(), settled).body(RejectionView.of(settled.rejection()));
        }
        throw problem(wanted, outcome);
    }

    @PostMapping("/fix")
    @DeskApiDocs.FixGroup
    ResponseEntity<FixSummary> fix(Organization organization, Actor actor, @RequestBody Fix body) {
        Done<FixSummary> done = desk.fix(
                organization,
                actor,
                DeskRequests.filter(body.filter(), organization.zone()),
                DeskRequests.rule(body.rule()),
                body.isDryRun(),
                body.after());
        return positioned(ResponseEntity.ok(), done.position()).body(done.value());
    }

    @PostMapping("/dismiss")
    @DeskApiDocs.DismissGroup
    DismissSummary dismissAll(Organization organization, Actor actor, @RequestBody GroupDismissal body) {
        return desk.dismissAll(
                organization,
                actor,
                DeskRequests.filter(body.filter(), organization.zone()),
                DeskRequests.reason(body.reason()),
                body.isDryRun());
    }

    private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer, Outcome.Settled settled) {
        return positioned(settled.replayed() ? answer.header(REPLAYED, "true") : answer, settled.position());
    }

    private static ResponseEntity.BodyBuilder positioned(ResponseEntity.BodyBuilder answer, Position position) {
        return position.offsets().isEmpty() ? answer : answer.header(Position.HEADER, position.toString());
    }

    private static ProblemException problem(UUID id, Outcome outcome) {
        if (outcome instanceof Outcome.StillRejected still) {
            return stillRejected(still);
        }
        return outcome instanceof Outcome.SettledBefore before
                ? settledBefore(before.rejection())
                : RejectionsController.unknown(id);
    }

    private static ProblemException stillRejected(Outcome.StillRejected still) {
        TextLines lines = TextLines.of(DeskRequests.resent(still));
        List<Map<String, Object>> errors = still.violations().stream()
                .map(violation -> Map.<String, Object>of(
                        "field", violation.field(),
                        "line", lines.line(violation),
                        "value", violation.value(),
                        "rule", violation.rule(),
                        "message", violation.message()))
                .toList();
        String detail = String.join(
                ". ",
                still.violations().stream()
                        .map(violation -> violation.message())
                        .distinct()
                        .toList());
        return ProblemException.of(ProblemType.INVALID_RECORD, detail + ".", Map.of("errors", errors));
    }

    private static ProblemException settledBefore(SessionRejection rejection) {
        RejectionView view = RejectionView.of(rejection);
        return ProblemException.of(
                ProblemType.ALREADY_SETTLED,
                "This rejected record is settled already.",
                view.settlement() == null ? Map.of() : Map.of("settlement", view.settlement()));
    }
}
