package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Corrections, deletions and erasures over HTTP. */
@RestController
@Tag(name = "Changes", description = "Records put right, deleted, and customers erased")
class SessionChangesController {

    private final SessionChanges changes;
    private final CustomerErasures erasures;
    private final Outcomes outcomes;
    private final Clock clock;

    SessionChangesController(SessionChanges changes, CustomerErasures erasures, Outcomes outcomes, Clock clock) {
        this.changes = changes;
        this.erasures = erasures;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @PutMapping(
            path = "/api/sessions/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ChangeApiDocs.CorrectSession
    ResponseEntity<ChangeAnswer> correct(
            Organization organization,
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        UUID wanted = ApiParameters.id(id);
        Revision revision = Revision.required(ifMatch);
        RecordBody body = RecordBody.read(request.getInputStream());
        Terms terms = new Terms(organization.zone(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Change change = changes.correct(organization, actor, wanted, revision, record -> body.draft(record, terms));
        Moved moved = outcomes.moved(organization.id(), change);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().eTag(Revision.tag(change.record().revision()));
        if (!change.isNone()) {
            answer.header(Position.HEADER, change.position().toString());
        }
        return answer.body(ChangeAnswer.corrected(outcomes.view(change), change.fields(), moved, change.difference()));
    }

    @DeleteMapping(path = "/api/sessions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ChangeApiDocs.DeleteSession
    ResponseEntity<ChangeAnswer> delete(
            Organization organization,
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        UUID wanted = ApiParameters.id(id);
        Change change = changes.delete(organization.id(), actor, wanted, Revision.optional(ifMatch));
        Moved moved = outcomes.moved(organization.id(), change);
        return ResponseEntity.ok()
                .header(Position.HEADER, change.position().toString())
                .body(ChangeAnswer.deleted(moved, change.difference()));
    }

    @DeleteMapping(path = "/api/customers/{customer}/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
    @ChangeApiDocs.EraseCustomer
    ResponseEntity<ChangeAnswer> erase(Organization organization, Actor actor, @PathVariable String customer) {
        Erased erased = erasures.erase(organization.id(), actor, customer);
        Moved moved = outcomes.moved(organization.id(), erased);
        return ResponseEntity.ok()
                .header(Position.HEADER, erased.position().toString())
                .body(ChangeAnswer.erased(erased, moved));
    }
}
