package com.sessionanalyzer.query.session.view;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saved views over HTTP. */
@RestController
@RequestMapping(path = "/api/views", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Views", description = "What people keep of the reports")
class ViewsController {

    private final SavedViews views;
    private final Clock clock;

    ViewsController(SavedViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /** A view as it is sent. */
    @Schema(name = "SentView")
    record Sent(@Nullable String name, @Nullable String query) {}

    @GetMapping
    @ViewApiDocs.ListViews
    List<SavedView> list(Organization organization, Actor actor) {
        return views.all(organization.id(), actor);
    }

    @GetMapping("/{id}")
    @ViewApiDocs.GetView
    SavedView get(Organization organization, @PathVariable String id) {
        UUID wanted = ApiParameters.id(id);
        return views.find(organization.id(), wanted).orElseThrow(() -> unknown(wanted));
    }

    @PostMapping
    @ViewApiDocs.CreateView
    ResponseEntity<SavedView> create(Organization organization, Actor actor, @RequestBody Sent sent) {
        SavedView created = views.create(organization.id(), actor, content(organization, sent));
        return ResponseEntity.created(URI.create("/api/views/" + created.id())).body(created);
    }

    @PutMapping("/{id}")
    @ViewApiDocs.ChangeView
    SavedView change(Organization organization, Actor actor, @PathVariable String id, @RequestBody Sent sent) {
        UUID wanted = ApiParameters.id(id);
        return views.change(organization.id(), actor, wanted, content(organization, sent))
                .orElseThrow(() -> unknown(wanted));
    }

    @DeleteMapping("/{id}")
    @ViewApiDocs.DeleteView
    ResponseEntity<Void> delete(Organization organization, Actor actor, @PathVariable String id) {
        UUID wanted = ApiParameters.id(id);
        if (!views.delete(organization.id(), actor, wanted)) {
            throw unknown(wanted);
        }
        return ResponseEntity.noContent().build();
    }

    private ViewContent content(Organization organization, Sent sent) {
        return ViewContent.of(sent.name(), sent.query(), LocalDate.now(clock.withZone(organization.zone())));
    }

    static ProblemException unknown(UUID id) {
        return ProblemException.of(ProblemType.NOT_FOUND, "You have no saved view with the id " + id + ".");
    }
}
