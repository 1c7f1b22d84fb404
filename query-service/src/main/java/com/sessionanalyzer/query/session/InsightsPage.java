package com.sessionanalyzer.query.session;

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
    private final InsightsViews views;

    InsightsPage(InsightsReader insights, InsightsViews views) {
        this.insights = insights;
        this.views = views;
    }

    @GetMapping("/insights")
    String show(Organization organization, HttpServletRequest request, Model model) {
        views.read(organization, request, LIST_LIMIT).addTo(model);
        model.addAttribute("listLimit", LIST_LIMIT);
        model.addAttribute("silence", Silence.seconds(insights));
        return "session/insights";
    }
}
