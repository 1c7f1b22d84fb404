package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.security.Organization;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The books as a page. */
@Controller
final class PipelinePage {

    private final PipelineReader books;

    PipelinePage(PipelineReader books) {
        this.books = books;
    }

    @GetMapping("/pipeline")
    String show(Organization organization, Model model) {
        model.addAttribute("pipeline", PipelineView.of(books.read(organization.id())));
        return "session/pipeline";
    }
}
