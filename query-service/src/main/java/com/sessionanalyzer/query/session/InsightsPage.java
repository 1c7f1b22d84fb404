package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.query.session.bar.FilterBar;
import com.sessionanalyzer.query.session.bar.FilterBars;
import com.sessionanalyzer.query.session.insight.InsightAnswer;
import com.sessionanalyzer.query.session.insight.InsightAnswers;
import com.sessionanalyzer.query.session.insight.InsightsModel;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All numbers of the records that a filter means, as tiles, charts and tables. */
@Controller
final class InsightsPage {

    private static final int LIST_LIMIT = 100;

    private final InsightsReader insights;
    private final InsightAnswers answers;
    private final FilterBars bars;

    InsightsPage(InsightsReader insights, InsightAnswers answers, FilterBars bars) {
        this.insights = insights;
        this.answers = answers;
        this.bars = bars;
    }

    @GetMapping("/insights")
    String show(Organization organization, HttpServletRequest request, Model model) {
        FilterBar bar = bars.of(request, organization);
        InsightAnswer answer = answers.answer(organization.id(), bar.asked(), PositionCookie.read(request), LIST_LIMIT);
        InsightsModel.add(model, bar, answer);
        model.addAttribute("past", bar.asOf(""));
        model.addAttribute("silence", Silence.seconds(insights));
        return "session/insights";
    }
}
