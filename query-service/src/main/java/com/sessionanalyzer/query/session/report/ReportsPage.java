package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.query.session.Silence;
import com.sessionanalyzer.query.session.bar.FilterBar;
import com.sessionanalyzer.query.session.bar.FilterBars;
import com.sessionanalyzer.query.session.export.ExportFormat;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.query.session.rows.RowNumbers;
import com.sessionanalyzer.query.session.rows.SessionPage;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.query.session.rows.SessionRows;
import com.sessionanalyzer.query.session.view.SavedViews;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Totals, time per day and all records that a filter means, page by page. */
@Controller
final class ReportsPage {

    private final InsightsReader insights;
    private final ReportNumbers numbers;
    private final SessionRows rows;
    private final SavedViews views;
    private final FilterBars bars;

    ReportsPage(
            InsightsReader insights,
            FilteredInsightsReader filtered,
            SessionRows rows,
            SavedViews views,
            FilterBars bars) {
        this.insights = insights;
        this.numbers = new ReportNumbers(insights, filtered, rows);
        this.rows = rows;
        this.views = views;
        this.bars = bars;
    }

    @GetMapping("/reports")
    String show(Organization organization, Actor actor, HttpServletRequest request, Model model) {
        Position after = PositionCookie.read(request);
        FilterBar bar = bars.of(request, organization, "q", "page_size", "sort", "order", "columns");
        ReportRequest asked = ReportRequest.of(Parameters.of(request), bars.today(organization));
        SessionPage page = find(organization.id(), asked.query(), after);
        RowNumbers totals = numbers.of(organization.id(), asked.query(), after);
        model.addAttribute("totals", totals);
        model.addAttribute("newestDays", newestFirst(totals.days()));
        model.addAttribute("links", bar.links());
        model.addAttribute("silence", Silence.seconds(insights));
        model.addAttribute("bar", bar);
        model.addAttribute(
                "faults",
                asked.faults().stream()
                        .filter(fault -> !bar.faults().contains(fault))
                        .toList());
        addRows(asked.asking(asked.query().isPage(page.page())), page, model);
        model.addAttribute("views", ViewMenu.of(views.all(organization.id(), actor), asked.address()));
        return "session/reports";
    }

    private static void addRows(ReportRequest shown, SessionPage page, Model model) {
        ReportAddress address = ReportAddress.of(shown.address());
        model.addAttribute("page", page);
        model.addAttribute(
                "rows",
                page.rows().stream().map(row -> ReportRow.of(row, address)).toList());
        model.addAttribute("query", shown.query());
        model.addAttribute("columns", ReportColumn.all(shown));
        model.addAttribute("choices", new ReportChoices(shown));
        model.addAttribute("exports", ExportFormat.links(shown.address()));
        model.addAttribute("previous", shown.link(page.previous(), page.page() - 1));
        model.addAttribute("next", shown.link(page.next(), page.page() + 1));
    }

    /** The page that was asked for, or the last one when there are fewer. */
    private SessionPage find(OrganizationId organization, SessionQuery query, Position after) {
        SessionPage page = rows.find(organization, query, after);
        return query.place() != null || page.page() <= page.totalPages()
                ? page
                : rows.find(organization, query.last(page.totalPages()), after);
    }

    private static List<Insights.DailyTime> newestFirst(List<Insights.DailyTime> days) {
        List<Insights.DailyTime> reversed = new ArrayList<>(days);
        Collections.reverse(reversed);
        return reversed;
    }
}
