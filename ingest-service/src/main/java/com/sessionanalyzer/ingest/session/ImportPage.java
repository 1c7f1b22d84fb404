package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page for imports: choose files, try them, import them, and see how all stand. */
@Controller
final class ImportPage {

    private static final int SHOWN = 50;

    private final Imports imports;

    ImportPage(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/import")
    ModelAndView page(HttpServletRequest request, Organization organization) {
        List<ImportRow> rows = imports.list(organization.id(), SHOWN).stream()
                .map(ImportRow::of)
                .toList();
        return new ModelAndView(
                "session/import",
                Map.of(
                        "imports", rows,
                        "isWorking", rows.stream().anyMatch(ImportRow::isWorking),
                        "address",
                                ServletUriComponentsBuilder.fromContextPath(request)
                                        .build()
                                        .toUriString()));
    }
}
