package com.sessionanalyzer.query.session.customer;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.query.session.Silence;
import com.sessionanalyzer.query.session.bar.Links;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import com.sessionanalyzer.query.session.filter.MergedNames;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.insight.DayTotals;
import com.sessionanalyzer.query.session.insight.TimeSeries;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers, and everything about one of them. */
@Controller
final class CustomerPages {

    private static final int MOST_CUSTOMERS = 200;
    private static final int MOST_LETTERS = 255;

    private final CustomerHistories histories;
    private final CustomerList customers;
    private final MergedNames merged;
    private final InsightsReader insights;

    CustomerPages(CustomerHistories histories, CustomerList customers, MergedNames merged, InsightsReader insights) {
        this.histories = histories;
        this.customers = customers;
        this.merged = merged;
        this.insights = insights;
    }

    @GetMapping("/customers")
    String all(
            @RequestParam(defaultValue = "") String q,
            Organization organization,
            HttpServletRequest request,
            Model model) {
        String text = q.strip().substring(0, Math.min(q.strip().length(), MOST_LETTERS));
        CustomerList.Found found =
                customers.find(organization.id(), text, MOST_CUSTOMERS, PositionCookie.read(request));
        model.addAttribute("found", found);
        model.addAttribute(
                "most",
                found.customers().stream()
                        .mapToLong(CustomerList.Entry::records)
                        .max()
                        .orElse(1));
        model.addAttribute("q", text);
        model.addAttribute("links", links(SessionFilter.EVERYTHING));
        model.addAttribute("silence", Silence.seconds(insights));
        return "session/customers";
    }

    @GetMapping("/customer")
    String one(@RequestParam String name, Organization organization, HttpServletRequest request, Model model) {
        String asked = CustomerName.of(name).key();
        String key = merged.follow(organization.id(), asked);
        CustomerHistory history = histories
                .find(organization.id(), key, PositionCookie.read(request))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "There is no record of a customer called “" + name.strip() + "”."));
        SessionFilter filter = SessionFilter.EVERYTHING.only(FilterField.CUSTOMER, key);
        model.addAttribute("history", history);
        model.addAttribute("aliases", merged.of(organization.id(), key));
        model.addAttribute("mergedName", asked.equals(key) ? null : name.strip());
        model.addAttribute("totals", history.totals());
        model.addAttribute("series", TimeSeries.ofAll(DayTotals.of(history.days()), null));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "highlights",
                history.highlights().stream()
                        .map(highlight -> HighlightLine.of(highlight, filter))
                        .toList());
        model.addAttribute(
                "highlighted",
                filter.only(FilterField.HIGHLIGHT, HighlightChoices.ANY).link("/reports"));
        model.addAttribute("labels", HighlightLine.badges());
        model.addAttribute("links", links(filter));
        model.addAttribute("silence", Silence.seconds(insights));
        return "session/customer";
    }

    private static Links links(SessionFilter filter) {
        return new Links("/insights", filter, null, null, List.of());
    }
}
