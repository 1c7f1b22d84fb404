package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.security.Organization;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells programs how imports stand, and stops them. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class ImportsDesk implements ImportsApi {

    private static final int MAX_LIMIT = 1_000;

    private final Imports imports;

    ImportsDesk(Imports imports) {
        this.imports = imports;
    }

    @Override
    @GetMapping("/api/imports")
    public List<ImportAnswer> list(
            Organization organization,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            @RequestParam(name = "key", required = false) @Nullable String key) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.of(ProblemType.INVALID_PARAMETER, "limit must be in 1.." + MAX_LIMIT + ".");
        }
        return key == null ? imports.list(organization.id(), limit) : named(organization, key);
    }

    private List<ImportAnswer> named(Organization organization, String key) {
        try {
            UUID id = Imports.key(organization.id(), new IdempotencyKey(key)).id();
            return imports.find(organization.id(), id).stream().toList();
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.of(
                    ProblemType.INVALID_PARAMETER, "key must have 1 to 255 visible ASCII characters.");
        }
    }

    @Override
    @GetMapping("/api/imports/{id}")
    public ImportAnswer one(Organization organization, @PathVariable UUID id) {
        return imports.find(organization.id(), id).orElseThrow(ImportsDesk::unknown);
    }

    @Override
    @PostMapping("/api/imports/{id}/cancel")
    public ResponseEntity<ImportAnswer> cancel(Organization organization, @PathVariable UUID id) {
        if (imports.cancel(organization.id(), id).isPresent()) {
            return ResponseEntity.accepted().body(one(organization, id));
        }
        String state = one(organization, id).state();
        throw new ProblemException(
                HttpStatus.CONFLICT,
                ProblemType.CANCELLED.slug(),
                "The import is not at work",
                "Nobody is sending this import to this process at the moment; it is " + state + ".",
                Map.of("state", state));
    }

    private static ProblemException unknown() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no import of this id.");
    }
}
