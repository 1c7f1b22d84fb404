package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.page.Flash;
import com.sessionanalyzer.page.FlashCookie;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.session.RequestParameters;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One rejected record: what is wrong, an editor to put it right, and its dismissal. */
@Controller
final class RejectPage {

    private static final String VIEW = "session/reject";

    private final Rejections rejections;
    private final Desk desk;

    RejectPage(Rejections rejections, Desk desk) {
        this.rejections = rejections;
        this.desk = desk;
    }

    @GetMapping("/rejects/{id}")
    String show(@PathVariable String id, Organization organization, HttpServletRequest request, Model model) {
        SessionRejection rejection = find(id, organization);
        return page(rejection, rejection.text(), List.of(), "", null, address(organization, request), model);
    }

    @PostMapping("/rejects/{id}/resubmit")
    @Nullable
    String resubmit(
            @PathVariable String id,
            @RequestParam String text,
            Organization organization,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        UUID wanted = RequestParameters.id(id);
        RejectionAddress address = address(organization, request);
        Outcome outcome = desk.resubmit(organization, actor, wanted, text);
        if (outcome instanceof Outcome.StillRejected still) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            List<TextLines.Marked> wrong = TextLines.of(DeskRequests.resent(still)).all().stream()
                    .filter(TextLines.Marked::isWrong)
                    .toList();
            return page(still.rejection(), text, wrong, "", null, address, model);
        }
        if (outcome instanceof Outcome.Settled settled) {
            leave(Flash.success("The record is stored now.", settled.position()), address, response);
            return null;
        }
        return settledBefore(outcome, wanted, address, response);
    }

    @PostMapping("/rejects/{id}/dismiss")
    @Nullable
    String dismiss(
            @PathVariable String id,
            @RequestParam String reason,
            Organization organization,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RejectionAddress address = address(organization, request);
        if (reason.isBlank() || reason.strip().length() > DeskRequests.MAX_REASON_LENGTH) {
            SessionRejection rejection = find(id, organization);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            String wrong = "Say in 1 to " + DeskRequests.MAX_REASON_LENGTH + " characters why it need not be stored";
            return page(rejection, rejection.text(), List.of(), reason, wrong, address, model);
        }
        UUID wanted = RequestParameters.id(id);
        Outcome outcome = desk.dismiss(organization, actor, wanted, reason.strip());
        if (outcome instanceof Outcome.Settled settled) {
            leave(Flash.success("The rejected record is dismissed.", settled.position()), address, response);
            return null;
        }
        return settledBefore(outcome, wanted, address, response);
    }

    private static @Nullable String settledBefore(
            Outcome outcome, UUID id, RejectionAddress address, HttpServletResponse response) {
        if (outcome instanceof Outcome.SettledBefore) {
            FlashCookie.write(
                    response, Flash.failure("Somebody has settled this rejected record before; nothing was changed."));
            redirect(address.at("/rejects/" + id), response);
            return null;
        }
        throw RejectionsController.unknown(id);
    }

    private SessionRejection find(String id, Organization organization) {
        UUID wanted = RequestParameters.id(id);
        return rejections.find(organization.id(), wanted).orElseThrow(() -> unknown(wanted));
    }

    private static ProblemException unknown(UUID id) {
        return RejectionsController.unknown(id);
    }

    private static RejectionAddress address(Organization organization, HttpServletRequest request) {
        return new RejectionAddress(
                RejectionFilter.of(parameters(request), organization.zone()), 1, RejectionAddress.PAGE_SIZE);
    }

    /** A dismissal's reason is in the form, so the filter's goes by another name there. */
    private static RejectionFilter.Parameters parameters(HttpServletRequest request) {
        return name -> name.equals("reason") && request.getMethod().equals("POST")
                ? request.getParameter("group")
                : request.getParameter(name);
    }

    private static String page(
            SessionRejection rejection,
            String text,
            List<TextLines.Marked> wrong,
            String reason,
            @Nullable String reasonError,
            RejectionAddress address,
            Model model) {
        model.addAttribute("card", RejectionCard.whole(rejection, address));
        model.addAttribute("text", text);
        model.addAttribute("wrong", wrong);
        model.addAttribute("reason", reason);
        model.addAttribute("reasonError", reasonError);
        model.addAttribute("kept", address.parameters());
        model.addAttribute("back", address.at("/rejects"));
        return VIEW;
    }

    private static void leave(Flash flash, RejectionAddress address, HttpServletResponse response) {
        FlashCookie.write(response, flash);
        redirect(address.at("/rejects"), response);
    }

    private static void redirect(String location, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, location);
    }
}
