package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.query.session.bar.FilterBar;
import com.sessionanalyzer.query.session.bar.FilterBars;
import com.sessionanalyzer.query.session.insight.InsightAnswer;
import com.sessionanalyzer.query.session.insight.InsightAnswers;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: how much there is, and where to go. */
@Controller
final class DashboardPage {

    private final InsightsReader insights;
    private final InsightAnswers answers;
    private final FilterBars bars;
    private final OpenRejections rejections;

    DashboardPage(InsightsReader insights, InsightAnswers answers, FilterBars bars, OpenRejections rejections) {
        this.insights = insights;
        this.answers = answers;
        this.bars = bars;
        this.rejections = rejections;
    }

    @GetMapping("/")
    String show(Organization organization, HttpServletRequest request, Model model) {
        FilterBar bar = bars.of(request, organization);
        InsightAnswer answer = answers.answer(organization.id(), bar.asked(), PositionCookie.read(request), 1);
        model.addAttribute("bar", bar);
        model.addAttribute("insights", answer.now());
        model.addAttribute("changes", answer.changes());
        int open = rejections.count(organization.id());
        model.addAttribute("open", open);
        model.addAttribute("openOrMore", open == OpenRejections.MOST);
        model.addAttribute("silence", Silence.seconds(insights));
        return "session/dashboard";
    }
}
