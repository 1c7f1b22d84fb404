package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.FormValues;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionDraft;
import com.sessionanalyzer.intake.session.SessionForm;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.page.Flash;
import com.sessionanalyzer.page.FlashCookie;
import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.audit.AuditLog;
import com.sessionanalyzer.query.session.change.CurrentRecords.Current;
import com.sessionanalyzer.query.session.report.ReportAddress;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A record in a form; what cannot be saved stays typed, with the reason beside its field. */
@Controller
class EditPage {

    private final SessionChanges changes;
    private final CurrentRecords records;
    private final Outcomes outcomes;
    private final AuditLog audit;
    private final Clock clock;

    EditPage(SessionChanges changes, CurrentRecords records, Outcomes outcomes, AuditLog audit, Clock clock) {
        this.changes = changes;
        this.records = records;
        this.outcomes = outcomes;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/reports/{id}/edit")
    ModelAndView show(@PathVariable UUID id, Organization organization, HttpServletRequest request) {
        Current current = records.find(organization.id(), id, PositionCookie.read(request));
        FormValues form = FormValues.of(current.record(), current.shownCustomer());
        return page(HttpStatus.OK, form(id, request, form, current.record().revision()));
    }

    @PostMapping("/reports/{id}/edit")
    @Nullable
    ModelAndView save(
            @PathVariable UUID id,
            Organization organization,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        int seen = Revision.ofForm(request.getParameter("revision"))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.PRECONDITION_REQUIRED, "The form does not say which revision it is about."));
        EditForm form = form(id, request, FormValues.of(request::getParameter), seen);
        Parsed parsed = SessionForm.parse(
                form.form(), new Terms(organization.zone(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        if (parsed instanceof Parsed.Accepted accepted) {
            return save(organization, actor, form, accepted.draft(), response);
        }
        List<Violation> violations = ((Parsed.Rejected) parsed).violations();
        return page(
                HttpStatus.BAD_REQUEST,
                form.wrong(SessionForm.fieldErrors(violations), SessionForm.summary(violations)));
    }

    private @Nullable ModelAndView save(
            Organization organization, Actor actor, EditForm form, SessionDraft draft, HttpServletResponse response) {
        try {
            Change change =
                    changes.correct(organization, actor, form.id(), Revision.of(form.revision()), record -> draft);
            Moved moved = outcomes.moved(organization.id(), change);
            String sentence = change.isNone()
                    ? "Nothing was changed: the record said all of it already."
                    : "The record was corrected. " + MovedSentence.of(moved);
            FlashCookie.write(response, Flash.success(sentence, change.position()));
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, form.back());
            return null;
        } catch (ProblemException problem) {
            HttpStatus status = problem.problem().status();
            if (status == HttpStatus.PRECONDITION_FAILED) {
                return page(status, conflict(organization, form));
            }
            if (status == HttpStatus.SERVICE_UNAVAILABLE) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "2");
                return page(status, form.wrong(Map.of(), problem.problem().detail()));
            }
            throw problem;
        }
    }

    private EditForm conflict(Organization organization, EditForm form) {
        Current current = records.require(organization.id(), form.id());
        FormValues now = FormValues.of(current.record(), current.shownCustomer());
        return form.conflicting(
                current.record().revision(),
                EditConflicts.between(now, form.form()),
                EditConflicts.since(
                        form.revision(),
                        audit.about(organization.id(), form.id().toString())),
                "Somebody changed this record after you opened it, so nothing was saved.");
    }

    private static EditForm form(UUID id, HttpServletRequest request, FormValues values, int revision) {
        ReportAddress address = ReportAddress.of(request);
        return EditForm.of(id, address.record(id + "/edit"), address.rows(), values, revision);
    }

    private static ModelAndView page(HttpStatus status, EditForm form) {
        return new ModelAndView("session/edit", Map.of("edit", form), status);
    }
}
