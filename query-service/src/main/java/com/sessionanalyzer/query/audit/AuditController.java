package com.sessionanalyzer.query.audit;

import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over HTTP. */
@RestController
@Tag(name = "Audit", description = "Who changed what and when")
class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @AuditApiDocs.ListAudit
    ResponseEntity<List<AuditLine>> list(
            Organization organization,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(name = "page_size", required = false) @Nullable String pageSize,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String action) {
        AuditAnswer answer = log.read(organization.id(), AuditQuery.of(page, pageSize, subject, action));
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(answer.total()))
                .header(HttpHeaders.LINK, AuditAddress.links(answer))
                .header(
                        "Audit-Head",
                        answer.chain().sequence() + ":" + answer.chain().head())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(answer.lines());
    }
}
