package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.page.Flash;
import com.sessionanalyzer.page.FlashCookie;
import com.sessionanalyzer.query.session.change.CustomerMerges.Merged;
import com.sessionanalyzer.query.session.duplicate.LikelyDuplicates;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Customers that are likely the same: merged, kept apart, and put back. */
@Controller
class DuplicatesPage {

    private static final int MOST = 50;

    private final LikelyDuplicates likely;
    private final CustomerMerges merges;
    private final CustomerAliases aliases;
    private final Outcomes outcomes;

    DuplicatesPage(LikelyDuplicates likely, CustomerMerges merges, CustomerAliases aliases, Outcomes outcomes) {
        this.likely = likely;
        this.merges = merges;
        this.aliases = aliases;
        this.outcomes = outcomes;
    }

    @GetMapping("/duplicates")
    String show(Organization organization, Model model) {
        LikelyDuplicates.Found found = likely.find(organization.id());
        model.addAttribute("found", found);
        model.addAttribute(
                "pairs",
                found.pairs().stream().limit(MOST).map(LikelyPairView::of).toList());
        model.addAttribute("merges", aliases.merges(organization.id()));
        model.addAttribute("apart", aliases.keptApart(organization.id()));
        return "session/duplicates";
    }

    @PostMapping("/duplicates/merge")
    void merge(
            @RequestParam String customer,
            @RequestParam String into,
            Organization organization,
            Actor actor,
            HttpServletResponse response) {
        Merged merged = merges.merge(
                organization.id(),
                actor,
                MergeRequests.required("customer", customer),
                MergeRequests.required("into", into));
        String sentence =
                sentence(merged.move().records(), "went to " + merged.alias().intoSpelling());
        back(response, sentence + " " + MovedSentence.of(outcomes.moved(organization.id(), merged.move())), merged);
    }

    @PostMapping("/duplicates/undo")
    void undo(@RequestParam String customer, Organization organization, Actor actor, HttpServletResponse response) {
        Merged undone = merges.undo(organization.id(), actor, MergeRequests.required("customer", customer));
        String sentence = sentence(
                undone.move().records(), "went back to " + undone.alias().spelling());
        back(response, sentence + " " + MovedSentence.of(outcomes.moved(organization.id(), undone.move())), undone);
    }

    @PostMapping("/duplicates/reject")
    void reject(
            @RequestParam String customer,
            @RequestParam String other,
            Organization organization,
            Actor actor,
            HttpServletResponse response) {
        merges.keepApart(
                organization.id(),
                actor,
                MergeRequests.required("customer", customer),
                MergeRequests.required("other", other));
        back(response, Flash.success("They will not be proposed again.", Position.BEGINNING));
    }

    private static String sentence(long records, String where) {
        return String.format(Locale.ENGLISH, "%,d %s %s.", records, records == 1 ? "record" : "records", where);
    }

    private static void back(HttpServletResponse response, String sentence, Merged merged) {
        back(response, Flash.success(sentence.strip(), merged.move().position()));
    }

    private static void back(HttpServletResponse response, Flash flash) {
        FlashCookie.write(response, flash);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, "/duplicates");
    }
}
