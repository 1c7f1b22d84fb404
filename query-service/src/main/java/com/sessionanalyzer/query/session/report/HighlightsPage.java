package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.rows.RowAddress;
import com.sessionanalyzer.query.session.rows.RowParameters;
import com.sessionanalyzer.query.session.rows.RowPlace;
import com.sessionanalyzer.query.session.rows.SessionPage;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.query.session.rows.SessionRows;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The findings that somebody should look at: by type, with their tickets. */
@Controller
final class HighlightsPage {

    private static final String PATH = "/highlights";

    private final SessionRows rows;
    private final Clock clock;

    HighlightsPage(SessionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A type of highlights, and how many there are. */
    record Tab(String label, long count, String link, boolean current) {}

    @GetMapping(PATH)
    String show(Organization organization, HttpServletRequest request, Model model) {
        Faults faults = new Faults();
        LocalDate today = LocalDate.now(clock.withZone(organization.zone()));
        SessionQuery query = onlyHighlights(
                RowParameters.ofPage(Parameters.of(request), faults).query(today));
        Position after = PositionCookie.read(request);
        SessionPage page = rows.find(organization.id(), query, after);
        ReportAddress address = ReportAddress.of(new RowAddress(query.page(1), List.of()));
        model.addAttribute("faults", faults.all());
        model.addAttribute("page", page);
        model.addAttribute("tabs", tabs(query, rows.highlights(organization.id(), every(query), after)));
        model.addAttribute(
                "rows",
                page.rows().stream().map(row -> ReportRow.of(row, address)).toList());
        model.addAttribute("table", address.rows());
        model.addAttribute("previous", link(query, page.previous(), page.page() - 1));
        model.addAttribute("next", link(query, page.next(), page.page() + 1));
        return "session/highlights";
    }

    private static SessionQuery onlyHighlights(SessionQuery query) {
        SessionFilter filter = query.filter().without(FilterField.HIGHLIGHT, HighlightChoices.NONE);
        return new SessionQuery(
                filter.highlights().isEmpty() ? filter.with(FilterField.HIGHLIGHT, HighlightChoices.ANY) : filter,
                query.today(),
                query.search(),
                query.order(),
                query.page(),
                query.pageSize(),
                query.place());
    }

    private static SessionQuery every(SessionQuery query) {
        return query.filteredBy(query.filter().only(FilterField.HIGHLIGHT, HighlightChoices.ANY));
    }

    private static List<Tab> tabs(SessionQuery query, Map<String, Long> counts) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(
                "All",
                HighlightChoices.ANY,
                query,
                counts.values().stream().mapToLong(Long::longValue).sum()));
        for (HighlightType type : HighlightType.values()) {
            tabs.add(tab(type.label(), type.code(), query, counts.getOrDefault(type.code(), 0L)));
        }
        return tabs;
    }

    private static Tab tab(String label, String choice, SessionQuery query, long count) {
        SessionFilter filter = query.filter().only(FilterField.HIGHLIGHT, choice);
        return new Tab(
                label,
                count,
                new RowAddress(query.filteredBy(filter), List.of()).at(PATH),
                query.filter().equals(filter));
    }

    private static @Nullable String link(SessionQuery query, @Nullable RowPlace place, int page) {
        return place == null ? null : new RowAddress(query.at(place, Math.max(1, page)), List.of()).at(PATH);
    }
}
