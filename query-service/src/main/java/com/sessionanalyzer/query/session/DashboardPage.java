package com.sessionanalyzer.query.session;

import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: how much there is, and where to go. */
@Controller
final class DashboardPage {

    private final InsightsReader insights;
    private final InsightsViews views;
    private final OpenRejections rejections;

    DashboardPage(InsightsReader insights, InsightsViews views, OpenRejections rejections) {
        this.insights = insights;
        this.views = views;
        this.rejections = rejections;
    }

    @GetMapping("/")
    String show(Organization organization, HttpServletRequest request, Model model) {
        views.read(organization, request, 1).addTo(model);
        int open = rejections.count(organization.id());
        model.addAttribute("open", open);
        model.addAttribute("openOrMore", open == OpenRejections.MOST);
        model.addAttribute("silence", Silence.seconds(insights));
        return "session/dashboard";
    }
}
