package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.session.bar.FilterBar;
import org.springframework.ui.Model;

/** What the templates of the numbers are filled with. */
public final class InsightsModel {

    private InsightsModel() {}

    public static void add(Model model, FilterBar bar, InsightAnswer answer) {
        model.addAttribute("bar", bar);
        model.addAttribute("links", bar.links());
        model.addAttribute("insights", answer.now());
        model.addAttribute("series", answer.series());
        model.addAttribute("coarser", answer.coarser());
        model.addAttribute("before", answer.before());
        model.addAttribute("changes", answer.changes());
        model.addAttribute("facets", answer.facets());
    }
}
