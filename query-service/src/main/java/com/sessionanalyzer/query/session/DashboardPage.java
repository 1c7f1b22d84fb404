package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: how much there is, and where to go. */
@Controller
final class DashboardPage {

    private final InsightsReader insights;

    DashboardPage(InsightsReader insights) {
        this.insights = insights;
    }

    @GetMapping("/")
    String show(Organization organization, HttpServletRequest request, Model model) {
        model.addAttribute("insights", insights.read(organization.id(), PositionCookie.read(request), 1));
        return "session/dashboard";
    }
}
