package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The records as they stood at a moment, and what differs between two. */
@Controller
final class PastPage {

    private final PastReading past;
    private final AsOfForms forms;
    private final PastRecords records;
    private final Differences differences;
    private final DifferenceQuestions questions;

    PastPage(PastReading past, AsOfForms forms, DifferenceQuestions questions) {
        this.past = past;
        this.forms = forms;
        this.records = new PastRecords(past);
        this.differences = new Differences(past);
        this.questions = questions;
    }

    @GetMapping(path = "/reports", params = AsOf.PARAMETER)
    String records(
            Organization organization,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        AsOfForm form = forms.read(organization, request, "/reports");
        model.addAttribute("form", form);
        int number = ApiParameters.number("page", page, 1, 1, DifferenceQuestions.LAST_PAGE);
        AsOf asOf = form.asOf();
        if (asOf != null) {
            PastRecords.Page found =
                    records.page(organization.id(), asOf, form.filter(), number, PositionCookie.read(request));
            String pages = form.records() + "&page=";
            model.addAttribute("found", found);
            model.addAttribute("previous", number > 1 ? pages + (number - 1) : null);
            model.addAttribute("next", number < found.totalPages() ? pages + (number + 1) : null);
        }
        return "session/past-records";
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
        model.addAttribute("kept", question == null ? List.of() : AsOfForm.kept(question.filter()));
        if (question != null) {
            addDifference(organization, question, PositionCookie.read(request), model);
        }
        return "session/difference";
    }

    private void addDifference(Organization organization, Differences.Question question, Position after, Model model) {
        Difference found = differences.between(organization.id(), question, after);
        model.addAttribute("found", found);
        model.addAttribute("chips", question.filter().chips());
        model.addAttribute("past", AsOfForm.link("/insights", AsOf.PARAMETER, question.from(), question.filter()));
        model.addAttribute("previous", neighbour(question, found, -1));
        model.addAttribute("next", neighbour(question, found, 1));
    }

    private static @Nullable String neighbour(Differences.Question question, Difference found, int step) {
        int number = found.page() + step;
        return number < 1 || number > found.totalPages()
                ? null
                : AsOfForm.link("/insights/difference", DifferenceQuestions.FROM, question.from(), question.filter())
                        + "&" + DifferenceQuestions.TO + "=" + question.to().at() + "&page=" + number;
    }
}
