package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.query.session.asof.AsOf;
import com.sessionanalyzer.query.session.asof.AsOfForm;
import com.sessionanalyzer.query.session.asof.AsOfForms;
import com.sessionanalyzer.query.session.bar.FilterBar;
import com.sessionanalyzer.query.session.bar.FilterBars;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All numbers as they stood at a moment, with the tiles, charts and tables of the page of now. */
@Controller
final class PastInsightsPage {

    private static final int LIST_LIMIT = 100;

    private final PastAnswers answers;
    private final AsOfForms forms;
    private final FilterBars bars;

    PastInsightsPage(PastAnswers answers, AsOfForms forms, FilterBars bars) {
        this.answers = answers;
        this.forms = forms;
        this.bars = bars;
    }

    @GetMapping(path = "/insights", params = AsOf.PARAMETER)
    String show(Organization organization, HttpServletRequest request, Model model) {
        AsOfForm form = forms.read(organization, request, "/insights");
        model.addAttribute("form", form);
        AsOf asOf = form.asOf();
        if (asOf != null) {
            FilterBar bar = bars.of(request, organization, asOf.day(), AsOf.PARAMETER);
            InsightAnswer answer =
                    answers.at(asOf).answer(organization.id(), bar.asked(), PositionCookie.read(request), LIST_LIMIT);
            InsightsModel.add(model, bar, answer);
        }
        return "session/past";
    }
}
