package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.page.Flash;
import com.sessionanalyzer.page.FlashCookie;
import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.SessionDeletions;
import com.sessionanalyzer.query.session.rows.SessionRows;
import com.sessionanalyzer.query.session.rows.SessionView;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One record: its details, and its deletion after a confirmation. Pages of their own that also open in a dialog. */
@Controller
final class RecordPage {

    private final SessionRows rows;
    private final SessionDeletions deletions;

    RecordPage(SessionRows rows, SessionDeletions deletions) {
        this.rows = rows;
        this.deletions = deletions;
    }

    @GetMapping("/reports/{id}")
    String show(@PathVariable UUID id, Organization organization, HttpServletRequest request, Model model) {
        SessionView record = record(id, organization, request);
        ReportAddress address = ReportAddress.of(request);
        model.addAttribute("record", record);
        model.addAttribute("observation", ObservationText.of(record.observation()));
        model.addAttribute("highlightLabel", ReportRow.label(record));
        model.addAttribute("highlightLink", ReportRow.of(record, address).ticket());
        model.addAttribute("editLink", address.record(id + "/edit"));
        model.addAttribute("deleteLink", address.record(id + "/delete"));
        model.addAttribute("eraseLink", address.erasure(record.customer()));
        model.addAttribute("back", address.rows());
        return "session/details";
    }

    @GetMapping("/reports/{id}/delete")
    String confirm(@PathVariable UUID id, Organization organization, HttpServletRequest request, Model model) {
        ReportAddress address = ReportAddress.of(request);
        model.addAttribute("record", record(id, organization, request));
        model.addAttribute("action", address.record(id + "/delete"));
        model.addAttribute("back", address.rows());
        return "session/delete";
    }

    @PostMapping("/reports/{id}/delete")
    void delete(
            @PathVariable UUID id,
            Organization organization,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        SessionDeletions.Deletion deleted = deletions.delete(organization, actor, id);
        FlashCookie.write(
                response, Flash.success(("The record was deleted. " + deleted.moved()).strip(), deleted.position()));
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, ReportAddress.of(request).rows());
    }

    private SessionView record(UUID id, Organization organization, HttpServletRequest request) {
        return rows.find(organization.id(), id, PositionCookie.read(request)).orElseThrow(RecordPage::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.of(
                ProblemType.NOT_FOUND, "There is no record with this id. It may have been deleted in the meantime.");
    }
}
