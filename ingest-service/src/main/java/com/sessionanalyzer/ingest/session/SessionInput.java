package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.ParseTimes;
import com.sessionanalyzer.intake.session.FormValues;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionForm;
import com.sessionanalyzer.intake.session.SessionIntake;
import com.sessionanalyzer.intake.session.SessionReceipt;
import com.sessionanalyzer.intake.session.SessionTextParser;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The input page: takes records from people, and gives back to them what was not recorded. */
@Controller
final class SessionInput implements SessionInputApi {

    private final SessionIntake intake;
    private final ParseTimes times;
    private final Clock clock;
    private final int maxRecords;

    SessionInput(SessionIntake intake, ParseTimes times, Clock clock, int maxRecords) {
        this.intake = intake;
        this.times = times;
        this.clock = clock;
        this.maxRecords = maxRecords;
    }

    @GetMapping("/input")
    ModelAndView page() {
        return InputAnswers.empty();
    }

    @Override
    @PostMapping(path = "/upload", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public ModelAndView text(HttpServletRequest request, HttpServletResponse response, Organization organization) {
        String sent = request.getParameter("session_data");
        String text = sent == null ? "" : sent;
        Instant now = now();
        List<Parsed> records = times.time(
                Channel.TEXT.code(), () -> SessionTextParser.parse(text, terms(organization, now), maxRecords + 1));
        if (records.isEmpty()) {
            return InputAnswers.blankText(text);
        }
        if (records.size() > maxRecords) {
            return InputAnswers.tooMany(text, maxRecords);
        }
        try {
            SessionReceipt receipt = intake.accept(organization, Channel.TEXT, now, records);
            return receipt.rejected().isEmpty()
                    ? InputAnswers.recordedText(receipt, request, response)
                    : InputAnswers.rejectedText(receipt, response);
        } catch (LogUnavailableException unavailable) {
            return InputAnswers.unavailableForText(text, response);
        }
    }

    @Override
    @PostMapping(path = "/form-upload", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    public ModelAndView form(HttpServletRequest request, HttpServletResponse response, Organization organization) {
        FormValues form = FormValues.of(request::getParameter);
        Instant now = now();
        Parsed parsed = times.time(Channel.FORM.code(), () -> SessionForm.parse(form, terms(organization, now)));
        try {
            SessionReceipt receipt = intake.accept(organization, Channel.FORM, now, List.of(parsed));
            return receipt.rejected().isEmpty()
                    ? InputAnswers.recordedForm(receipt, request, response)
                    : InputAnswers.rejectedForm(form, receipt.rejected().get(0));
        } catch (LogUnavailableException unavailable) {
            return InputAnswers.unavailableForForm(form, response);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Terms terms(Organization organization, Instant now) {
        return new Terms(organization.zone(), now);
    }
}
