package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The numbers and the records as they stood at a moment, and what differs between two. */
@Controller
final class PastPage {

    private static final int LIST_LIMIT = 100;

    private final PastInsights past;
    private final PastRecords records;
    private final Differences differences;
    private final DifferenceQuestions questions;
    private final Clock clock;

    PastPage(
            PastInsights past,
            PastRecords records,
            Differences differences,
            DifferenceQuestions questions,
            Clock clock) {
        this.past = past;
        this.records = records;
        this.differences = differences;
        this.questions = questions;
        this.clock = clock;
    }

    @GetMapping(path = "/insights", params = AsOf.PARAMETER)
    String insights(Organization organization, HttpServletRequest request, Model model) {
        Asked asked = asked(organization, request, model, "/insights");
        model.addAttribute(
                "insights",
                asked.asOf == null
                        ? null
                        : past.read(
                                organization.id(), asked.asOf, asked.filter, PositionCookie.read(request), LIST_LIMIT));
        return "session/past";
    }

    @GetMapping(path = "/reports", params = AsOf.PARAMETER)
    String records(
            Organization organization,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        Asked asked = asked(organization, request, model, "/reports");
        int number = ApiParameters.number("page", page, 1, 1, DifferenceQuestions.LAST_PAGE);
        if (asked.asOf != null) {
            PastRecords.Page found =
                    records.page(organization.id(), asked.asOf, asked.filter, number, PositionCookie.read(request));
            String pages = link("/reports", AsOf.PARAMETER, asked.asOf, asked.filter) + "&page=";
            model.addAttribute("found", found);
            model.addAttribute("previous", number > 1 ? pages + (number - 1) : null);
            model.addAttribute("next", number < found.totalPages() ? pages + (number + 1) : null);
        }
        return "session/past-records";
    }

    /** A moment, null when it is not one, and which records. */
    private record Asked(@Nullable AsOf asOf, SessionFilter filter) {}

    private Asked asked(Organization organization, HttpServletRequest request, Model model, String path) {
        Faults faults = new Faults();
        Parameters parameters = Parameters.of(request);
        AsOf asOf = AsOf.read(parameters, faults, organization.zone(), clock.instant());
        AsOf moment = asOf == null ? AsOf.now(clock.instant(), organization.zone()) : asOf;
        SessionFilter filter = SessionFilter.read(parameters, faults, moment.day(), Period.ALL);
        model.addAttribute("since", past.since().orElse(null));
        model.addAttribute("faults", faults.all());
        model.addAttribute("asOf", asOf);
        model.addAttribute("path", path);
        model.addAttribute("kept", kept(filter));
        model.addAttribute("chips", filter.chips());
        model.addAttribute("now", filter.link(path));
        model.addAttribute("records", link("/reports", AsOf.PARAMETER, moment, filter));
        model.addAttribute("numbers", link("/insights", AsOf.PARAMETER, moment, filter));
        model.addAttribute("difference", link("/insights/difference", DifferenceQuestions.FROM, moment, filter));
        return new Asked(asOf, filter);
    }

    @GetMapping("/insights/difference")
    String difference(
            Organization organization,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        Faults faults = new Faults();
        Parameters parameters = Parameters.of(request);
        Differences.Question question = questions.read(parameters, faults, organization.zone(), page, null);
        model.addAttribute("since", past.since().orElse(null));
        model.addAttribute("faults", faults.all());
        model.addAttribute("from", parameters.first(DifferenceQuestions.FROM));
        model.addAttribute("to", parameters.first(DifferenceQuestions.TO));
        model.addAttribute("kept", question == null ? List.of() : kept(question.filter()));
        if (question != null) {
            Difference found = differences.between(organization.id(), question, PositionCookie.read(request));
            model.addAttribute("found", found);
            model.addAttribute("chips", question.filter().chips());
            model.addAttribute("past", link("/insights", AsOf.PARAMETER, question.from(), question.filter()));
            model.addAttribute("previous", neighbour(question, found, -1));
            model.addAttribute("next", neighbour(question, found, 1));
        }
        return "session/difference";
    }

    private static @Nullable String neighbour(Differences.Question question, Difference found, int step) {
        int number = found.page() + step;
        return number < 1 || number > found.totalPages()
                ? null
                : link("/insights/difference", DifferenceQuestions.FROM, question.from(), question.filter()) + "&"
                        + DifferenceQuestions.TO + "=" + question.to().at() + "&page=" + number;
    }

    private static String link(String path, String parameter, AsOf moment, SessionFilter filter) {
        String query = filter.query();
        return path + "?" + parameter + "=" + moment.at() + (query.isEmpty() ? "" : "&" + query);
    }

    /** The filter as hidden fields of a form. */
    private static List<Map.Entry<String, String>> kept(SessionFilter filter) {
        Map<String, String> fields = new LinkedHashMap<>(filter.period().parameters());
        List<Map.Entry<String, String>> kept = new ArrayList<>();
        if (filter.period() != Period.ALL) {
            kept.addAll(fields.entrySet());
        }
        filter.chips().stream()
                .filter(chip -> !chip.parameter().equals("period"))
                .forEach(chip -> kept.add(Map.entry(chip.parameter(), chip.value())));
        return kept;
    }
}
