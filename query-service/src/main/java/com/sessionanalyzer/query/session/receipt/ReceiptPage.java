package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.page.PositionCookie;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where is my record? A box for its id, and its way as a timeline. */
@Controller
final class ReceiptPage {

    private final Receipts receipts;

    ReceiptPage(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/receipts")
    String show(
            @RequestParam(name = "id", defaultValue = "") String id,
            Organization organization,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String wanted = id.strip();
        model.addAttribute("id", wanted);
        model.addAttribute("receipt", null);
        model.addAttribute("wrong", "");
        if (!wanted.isEmpty()) {
            answer(wanted, organization, request, response, model);
        }
        return "session/receipt";
    }

    private void answer(
            String wanted,
            Organization organization,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<UUID> id = parse(wanted);
        Optional<Receipt> found =
                id.flatMap(known -> receipts.find(organization.id(), known, PositionCookie.read(request)));
        found.ifPresent(receipt -> model.addAttribute("receipt", ReceiptView.of(receipt)));
        if (id.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("wrong", "An id looks like 01890a5d-ac96-774b-bcce-b302099a8057; this is none.");
        } else if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute(
                    "wrong",
                    "Nobody knows this id. If it was answered a moment ago, try again; otherwise nothing with this id came in.");
        }
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(ApiParameters.id(text));
        } catch (ProblemException noId) {
            return Optional.empty();
        }
    }
}
