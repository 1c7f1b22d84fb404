package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.request.Fault;
import com.sessionanalyzer.query.session.filter.FilterChip;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.insights.FilteredInsights;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * The numbers of a page and what they are numbers of.
 *
 * @param insights of the records that the filter means
 * @param faults   what is wrong in the address, which counts as not said
 * @param filtered more about them; null when everything is shown as ever
 */
record InsightsView(
        Insights insights,
        SessionFilter filter,
        List<Fault> faults,
        @Nullable FilteredInsights filtered) {

    List<FilterChip> chips() {
        return filter.chips();
    }

    /** Gives a template {@code insights}, {@code filter}, {@code chips}, {@code faults} and {@code filtered}. */
    void addTo(Model model) {
        model.addAttribute("insights", insights);
        model.addAttribute("filter", filter);
        model.addAttribute("chips", chips());
        model.addAttribute("faults", faults);
        model.addAttribute("filtered", filtered);
    }
}
