package com.sessionanalyzer.query.session.view;

import com.sessionanalyzer.page.Flash;
import com.sessionanalyzer.page.FlashCookie;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the forms of the reports page do with views; each ends on the reports page again. */
@Controller
final class ViewPages {

    private final SavedViews views;
    private final Clock clock;

    ViewPages(SavedViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/reports/views/{id}")
    void open(@PathVariable UUID id, Organization organization, HttpServletResponse response) {
        seeOther(
                response,
                views.find(organization.id(), id)
                        .orElseThrow(() -> ViewsController.unknown(id))
                        .rows());
    }

    @PostMapping("/reports/views")
    void save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            Organization organization,
            Actor actor,
            HttpServletResponse response) {
        attempt(response, () -> {
            SavedView saved = views.create(organization.id(), actor, content(organization, name, query));
            say(response, "The view “" + saved.name() + "” was saved.");
            seeOther(response, saved.rows());
        });
    }

    @PostMapping("/reports/views/{id}")
    void change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            Organization organization,
            Actor actor,
            HttpServletResponse response) {
        attempt(response, () -> {
            SavedView changed = views.change(organization.id(), actor, id, content(organization, name, query))
                    .orElseThrow(() -> ViewsController.unknown(id));
            say(response, "The view “" + changed.name() + "” was changed.");
            seeOther(response, changed.rows());
        });
    }

    @PostMapping("/reports/views/{id}/delete")
    void delete(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String query,
            Organization organization,
            Actor actor,
            HttpServletResponse response) {
        if (!views.delete(organization.id(), actor, id)) {
            throw ViewsController.unknown(id);
        }
        attempt(response, () -> {
            say(response, "The view was deleted. Its records are where they were.");
            seeOther(response, rows(organization, query));
        });
    }

    private String rows(Organization organization, String query) {
        String rows = content(organization, "-", query).query();
        return rows.isEmpty() ? "/reports" : "/reports?" + rows;
    }

    private ViewContent content(Organization organization, String name, String query) {
        return ViewContent.of(name, query, LocalDate.now(clock.withZone(organization.zone())));
    }

    /** Says on the reports page what is wrong with what was sent. */
    private static void attempt(HttpServletResponse response, Runnable change) {
        try {
            change.run();
        } catch (ProblemException problem) {
            if (problem.problem().status() != HttpStatus.BAD_REQUEST) {
                throw problem;
            }
            FlashCookie.write(response, Flash.failure(problem.problem().detail()));
            seeOther(response, "/reports");
        }
    }

    private static void say(HttpServletResponse response, String message) {
        FlashCookie.write(response, Flash.success(message, Position.BEGINNING));
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address);
    }
}
