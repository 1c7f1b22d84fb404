package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.query.session.Insights;
import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.query.session.Silence;
import com.sessionanalyzer.query.session.rows.SessionPage;
import com.sessionanalyzer.query.session.rows.SessionRows;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Totals, time per day and all records, page by page. */
@Controller
final class ReportsPage {

    private static final List<Integer> PAGE_SIZES = List.of(10, 20, 50, 100);

    private final InsightsReader insights;
    private final SessionRows rows;

    ReportsPage(InsightsReader insights, SessionRows rows) {
        this.insights = insights;
        this.rows = rows;
    }

    @GetMapping("/reports")
    String show(Organization organization, HttpServletRequest request, Model model) {
        Position after = PositionCookie.read(request);
        SessionPage page = find(organization.id(), ReportAddress.of(request), after);
        ReportAddress address = ReportAddress.of(request).page(page.page());
        Insights totals = insights.read(organization.id(), after, 1);
        model.addAttribute("insights", totals);
        model.addAttribute("newestDays", newestFirst(totals.dailyTimeConsumed()));
        model.addAttribute("page", page);
        model.addAttribute(
                "rows",
                page.rows().stream().map(row -> ReportRow.of(row, address)).toList());
        model.addAttribute("query", address.query());
        model.addAttribute("columns", ReportColumn.all(address));
        model.addAttribute("sizes", PAGE_SIZES);
        model.addAttribute("previous", neighbour(address, page, -1));
        model.addAttribute("next", neighbour(address, page, 1));
        model.addAttribute("silence", Silence.seconds(insights));
        return "session/reports";
    }

    /** The page that was asked for, or the last one when there are fewer. */
    private SessionPage find(OrganizationId organization, ReportAddress address, Position after) {
        SessionPage page = rows.find(organization, address.query(), after);
        return page.page() <= page.totalPages()
                ? page
                : rows.find(organization, address.page((int) page.totalPages()).query(), after);
    }

    private static List<Insights.DailyTime> newestFirst(List<Insights.DailyTime> days) {
        List<Insights.DailyTime> reversed = new ArrayList<>(days);
        Collections.reverse(reversed);
        return reversed;
    }

    private static @Nullable String neighbour(ReportAddress address, SessionPage page, int step) {
        int number = page.page() + step;
        return number < 1 || number > page.totalPages()
                ? null
                : address.page(number).rows();
    }
}
