package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.page.Flash;
import com.sessionanalyzer.page.FlashCookie;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Erases a customer after a confirmation. */
@Controller
class ErasePage {

    private final CustomerErasures erasures;
    private final Outcomes outcomes;

    ErasePage(CustomerErasures erasures, Outcomes outcomes) {
        this.erasures = erasures;
        this.outcomes = outcomes;
    }

    @GetMapping("/reports/erase")
    ModelAndView confirm(@RequestParam String customer, Organization organization) {
        return new ModelAndView(
                "session/erase", Map.of("customer", customer, "found", erasures.find(organization.id(), customer)));
    }

    @PostMapping("/reports/erase")
    void erase(@RequestParam String customer, Organization organization, Actor actor, HttpServletResponse response) {
        Erased erased = erasures.erase(organization.id(), actor, customer);
        String sentence = "The customer was erased. " + MovedSentence.of(outcomes.moved(organization.id(), erased));
        FlashCookie.write(response, Flash.success(sentence, erased.position()));
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, "/reports");
    }
}
