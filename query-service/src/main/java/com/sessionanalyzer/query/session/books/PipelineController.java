package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.security.Organization;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The books over HTTP. */
@RestController
final class PipelineController implements PipelineApi {

    private final PipelineReader books;

    PipelineController(PipelineReader books) {
        this.books = books;
    }

    @Override
    public ResponseEntity<PipelineAnswer> read(Organization organization) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(PipelineAnswer.of(books.read(organization.id())));
    }
}
