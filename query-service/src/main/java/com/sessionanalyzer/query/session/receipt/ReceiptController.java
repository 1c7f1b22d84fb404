package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Receipts over HTTP. */
@RestController
final class ReceiptController implements ReceiptApi {

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    @GetMapping(path = "/api/receipts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Receipt> get(
            Organization organization,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Position.HEADER, required = false) @Nullable String position) {
        UUID wanted = ApiParameters.id(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(receipts.find(organization.id(), wanted, ApiParameters.after(after, position))
                        .orElseThrow(() -> unknown(wanted)));
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.of(
                ProblemType.NOT_FOUND,
                "There is no receipt with the id " + id
                        + ". If it was answered a moment ago, ask again with its position.");
    }
}
