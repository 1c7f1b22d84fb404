package com.sessionanalyzer.ingest.session;

import static java.util.stream.Collectors.joining;

import com.sessionanalyzer.intake.session.FormValues;
import com.sessionanalyzer.intake.session.Outcome;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionForm;
import com.sessionanalyzer.intake.session.SessionReceipt;
import com.sessionanalyzer.intake.session.SessionTextParser;
import com.sessionanalyzer.page.Flash;
import com.sessionanalyzer.page.FlashCookie;
import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.schema.session.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Answers people: a redirect with a message when all is recorded, else the page with everything that is not. */
final class InputAnswers {

    private static final String RETRY_AFTER_SECONDS = "2";
    private static final String DASHBOARD = "/";
    private static final String INPUT = "/input";

    private InputAnswers() {}

    static ModelAndView empty() {
        return page(HttpStatus.OK, InputPage.EMPTY);
    }

    static ModelAndView blankText(String text) {
        return textPage(HttpStatus.BAD_REQUEST, text, List.of(), Refusals.NO_TEXT);
    }

    static ModelAndView tooMany(String text, int limit) {
        return textPage(HttpStatus.UNPROCESSABLE_CONTENT, text, List.of(), Refusals.tooMany(limit));
    }

    static ModelAndView unavailableForText(String text, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return textPage(HttpStatus.SERVICE_UNAVAILABLE, text, List.of(), Refusals.UNAVAILABLE);
    }

    static ModelAndView unavailableForForm(FormValues form, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return formPage(HttpStatus.SERVICE_UNAVAILABLE, form, Map.of(), Refusals.UNAVAILABLE);
    }

    static ModelAndView recordedText(SessionReceipt receipt, HttpServletRequest request, HttpServletResponse response) {
        int records = receipt.recorded().size();
        String message = records == 1
                ? "Session data uploaded successfully!"
                : "Session data of " + records + " records uploaded successfully!";
        return redirect(message, receipt, request, response);
    }

    static ModelAndView recordedForm(SessionReceipt receipt, HttpServletRequest request, HttpServletResponse response) {
        String customer = receipt.recorded().get(0).session().customer().spelling();
        return redirect("Session data for " + customer + " uploaded successfully!", receipt, request, response);
    }

    /** Keeps only what was rejected in the text area, so that sending it again doubles nothing. */
    static ModelAndView rejectedText(SessionReceipt receipt, HttpServletResponse response) {
        List<Parsed.Rejected> rejected = receipt.rejected();
        PositionCookie.write(response, receipt.position());
        String text = rejected.stream().map(Parsed::text).collect(joining("\n\n"));
        List<ResultLine> results =
                receipt.outcomes().stream().map(InputAnswers::result).toList();
        return textPage(HttpStatus.BAD_REQUEST, text, results, sentence(receipt));
    }

    static ModelAndView rejectedForm(FormValues form, Parsed.Rejected rejected) {
        List<Violation> violations = rejected.violations();
        return formPage(
                HttpStatus.BAD_REQUEST, form, SessionForm.fieldErrors(violations), SessionForm.summary(violations));
    }

    private static String sentence(SessionReceipt receipt) {
        return receipt.recorded().isEmpty()
                ? Refusals.sentence(receipt.rejected())
                : receipt.rejected().size() + " of " + receipt.outcomes().size()
                        + " records could not be recorded and are below; the others are recorded.";
    }

    private static ResultLine result(Outcome outcome) {
        return outcome.fold(
                recorded -> new ResultLine(
                        recorded.line(),
                        true,
                        recorded.session().customer().spelling(),
                        recorded.session().id().toString(),
                        messages(recorded.warnings())),
                notRecorded -> new ResultLine(
                        notRecorded.rejected().line(),
                        false,
                        SessionTextParser.customer(notRecorded.rejected().text()),
                        null,
                        messages(notRecorded.rejected().violations())));
    }

    private static List<String> messages(List<Violation> findings) {
        return findings.stream()
                .map(finding -> "Line " + finding.line() + ": " + finding.message())
                .toList();
    }

    private static ModelAndView redirect(
            String message, SessionReceipt receipt, HttpServletRequest request, HttpServletResponse response) {
        List<String> warnings = receipt.recorded().stream()
                .flatMap(recorded -> messages(recorded.warnings()).stream())
                .toList();
        String text = Stream.concat(Stream.of(message), warnings.stream()).collect(joining(" "));
        Flash.Tone tone = warnings.isEmpty() ? Flash.Tone.SUCCESS : Flash.Tone.WARNING;
        FlashCookie.write(response, new Flash(tone, text, receipt.position()));
        RedirectView redirect = new RedirectView(origin(request));
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /** The page that was posted from: one of the two that have a form, whatever the request says. */
    private static String origin(HttpServletRequest request) {
        return DASHBOARD.equals(request.getParameter("page")) ? DASHBOARD : INPUT;
    }

    private static ModelAndView textPage(HttpStatus status, String text, List<ResultLine> results, String error) {
        return page(status, new InputPage("text", FormValues.EMPTY, Map.of(), text, results, error));
    }

    private static ModelAndView formPage(
            HttpStatus status, FormValues form, Map<String, String> fieldErrors, String error) {
        return page(status, new InputPage("form", form, fieldErrors, "", List.of(), error));
    }

    private static ModelAndView page(HttpStatus status, InputPage input) {
        return new ModelAndView("session/input", Map.of("input", input), status);
    }
}
