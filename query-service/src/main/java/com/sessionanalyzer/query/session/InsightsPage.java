package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All numbers as tiles, charts and tables. */
@Controller
final class InsightsPage {

    private static final int LIST_LIMIT = 100;

    private final InsightsReader insights;

    InsightsPage(InsightsReader insights) {
        this.insights = insights;
    }

    @GetMapping("/insights")
    String show(Organization organization, HttpServletRequest request, Model model) {
        model.addAttribute("insights", insights.read(organization.id(), PositionCookie.read(request), LIST_LIMIT));
        model.addAttribute("listLimit", LIST_LIMIT);
        model.addAttribute("silence", Silence.seconds(insights));
        return "session/insights";
    }
}
