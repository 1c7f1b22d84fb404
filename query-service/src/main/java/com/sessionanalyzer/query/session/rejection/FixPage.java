package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.page.Flash;
import com.sessionanalyzer.page.FlashCookie;
import com.sessionanalyzer.page.Formats;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.session.rejection.Desk.Done;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A rule for all rejected records of a group: tried first, then applied; or their dismissal. */
@Controller
final class FixPage {

    private static final String VIEW = "session/rejects-fix";

    private final Rejections rejections;
    private final Desk desk;

    FixPage(Rejections rejections, Desk desk) {
        this.rejections = rejections;
        this.desk = desk;
    }

    @GetMapping("/rejects/fix")
    String show(Organization organization, HttpServletRequest request, Model model) {
        RejectionAddress address = address(organization, request);
        ReasonGroup group = rejections.groups(organization.id(), address.filter(), ReasonGroups.MOST).groups().stream()
                .filter(each -> each.reason().equals(address.filter().reason()))
                .findFirst()
                .orElse(null);
        return page(organization, address, RuleForm.suggested(group), null, model);
    }

    @PostMapping(path = "/rejects/fix", params = "step=try")
    String tryOut(
            Organization organization,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RejectionAddress address = address(organization, request);
        RuleForm form = RuleForm.of(request);
        try {
            model.addAttribute(
                    "summary",
                    desk.fix(organization, actor, address.filter(), rule(form), true, null)
                            .value());
            return page(organization, address, form, null, model);
        } catch (ProblemException wrong) {
            return wrong(wrong, organization, address, form, response, model);
        }
    }

    @PostMapping(path = "/rejects/fix", params = "step=apply")
    @Nullable
    String apply(
            Organization organization,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RejectionAddress address = address(organization, request);
        RuleForm form = RuleForm.of(request);
        FixRule rule;
        try {
            rule = rule(form);
        } catch (ProblemException wrong) {
            return wrong(wrong, organization, address, form, response, model);
        }
        Done<FixSummary> done = desk.fix(organization, actor, address.filter(), rule, false, null);
        leave(Flash.success(sentences(organization).of(done.value()), done.position()), address, response);
        return null;
    }

    @PostMapping(path = "/rejects/fix", params = "step=dismiss")
    @Nullable
    String dismiss(
            @RequestParam("why") String why,
            Organization organization,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RejectionAddress address = address(organization, request);
        if (why.isBlank() || why.strip().length() > DeskRequests.MAX_REASON_LENGTH) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("why", why);
            model.addAttribute(
                    "whyError",
                    "Say in 1 to " + DeskRequests.MAX_REASON_LENGTH + " characters why they need not be stored");
            return page(organization, address, RuleForm.suggested(null), null, model);
        }
        DismissSummary done = desk.dismissAll(organization, actor, address.filter(), why.strip(), false);
        leave(Flash.success(sentences(organization).of(done), Position.BEGINNING), address, response);
        return null;
    }

    private static FixSentences sentences(Organization organization) {
        return new FixSentences(new Formats(organization.zone()));
    }

    private static FixRule rule(RuleForm form) {
        return DeskRequests.rule(form.kind(), form.field(), form.from(), form.to(), form.ignoreCase());
    }

    private String wrong(
            ProblemException wrong,
            Organization organization,
            RejectionAddress address,
            RuleForm form,
            HttpServletResponse response,
            Model model) {
        if (wrong.problem().status() != HttpStatus.BAD_REQUEST) {
            throw wrong;
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return page(organization, address, form, wrong.problem().detail(), model);
    }

    private String page(
            Organization organization, RejectionAddress address, RuleForm form, @Nullable String error, Model model) {
        model.addAttribute("count", rejections.count(organization.id(), address.filter()));
        model.addAttribute("filter", FilterForm.of(address.filter(), organization.zone()));
        model.addAttribute("rule", form);
        model.addAttribute("error", error);
        model.addAttribute("fields", PageOption.fields());
        model.addAttribute("kinds", PageOption.rules());
        model.addAttribute("kept", address.parameters());
        model.addAttribute("back", address.at("/rejects"));
        return VIEW;
    }

    private static RejectionAddress address(Organization organization, HttpServletRequest request) {
        RejectionFilter filter = RejectionFilter.of(request::getParameter, organization.zone());
        return new RejectionAddress(filter.in(RejectionState.OPEN), 1, RejectionAddress.PAGE_SIZE);
    }

    private static void leave(Flash flash, RejectionAddress address, HttpServletResponse response) {
        FlashCookie.write(response, flash);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address.at("/rejects"));
    }
}
