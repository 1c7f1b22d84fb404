package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Likely duplicates, and what is known of a customer, over HTTP. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Duplicates", description = "Customers that are likely the same, and what was decided about them")
class LikelyController {

    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1_000;

    private final LikelyDuplicates likely;
    private final CustomerHints hints;

    LikelyController(LikelyDuplicates likely, CustomerHints hints) {
        this.likely = likely;
        this.hints = hints;
    }

    @GetMapping("/api/duplicates/likely")
    @LikelyApiDocs.ListLikely
    ResponseEntity<LikelyAnswer> likely(
            Organization organization, @RequestParam(required = false) @Nullable String limit) {
        int most = ApiParameters.number("limit", limit, USUAL_LIMIT, 1, MOST);
        return fresh(LikelyAnswer.of(likely.find(organization.id()), most));
    }

    @GetMapping("/api/customers/hint")
    @LikelyApiDocs.GetHint
    ResponseEntity<CustomerHint> hint(
            Organization organization, @RequestParam(required = false) @Nullable String name) {
        String asked = ApiParameters.text("name", name, CustomerName.MAX_LENGTH);
        if (asked.isBlank()) {
            throw ApiParameters.wrong("name", "must not be blank");
        }
        return fresh(hints.of(organization.id(), asked));
    }

    private static <T> ResponseEntity<T> fresh(T answer) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(answer);
    }
}
