package com.sessionanalyzer.query.audit;

import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The audit log for people. */
@Controller
class AuditPage {

    private final AuditLog log;

    AuditPage(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/audit")
    String show(Organization organization, HttpServletRequest request, Model model) {
        AuditAnswer answer = log.read(
                organization.id(),
                AuditQuery.of(
                        request.getParameter("page"),
                        request.getParameter("page_size"),
                        request.getParameter("subject"),
                        request.getParameter("action")));
        AuditQuery query = answer.query();
        model.addAttribute(
                "lines", answer.lines().stream().map(AuditEntryView::of).toList());
        model.addAttribute("query", query);
        model.addAttribute("total", answer.total());
        model.addAttribute("pages", answer.totalPages());
        model.addAttribute("chain", answer.chain());
        model.addAttribute("previous", query.page() > 1 ? address(query, query.page() - 1L) : null);
        model.addAttribute("next", query.page() < answer.totalPages() ? address(query, query.page() + 1L) : null);
        return "audit/entries";
    }

    private static @Nullable String address(AuditQuery query, long page) {
        return AuditAddress.of("/audit", query.page(page));
    }
}
