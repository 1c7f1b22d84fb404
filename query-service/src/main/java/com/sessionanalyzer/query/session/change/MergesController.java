package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.session.change.CustomerMerges.Merged;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Merges of customers over HTTP: made, undone, rejected and listed. */
@RestController
@RequestMapping(path = "/api/duplicates", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Duplicates")
class MergesController {

    private final CustomerMerges merges;
    private final CustomerAliases aliases;
    private final Outcomes outcomes;

    MergesController(CustomerMerges merges, CustomerAliases aliases, Outcomes outcomes) {
        this.merges = merges;
        this.aliases = aliases;
        this.outcomes = outcomes;
    }

    @PostMapping("/merge")
    @MergeApiDocs.MergeCustomers
    ResponseEntity<MergeAnswer> merge(Organization organization, Actor actor, @RequestBody MergeRequests.Merge body) {
        String customer = MergeRequests.required("customer", body.customer());
        String into = MergeRequests.required("into", body.into());
        return answer(organization, merges.merge(organization.id(), actor, customer, into));
    }

    @PostMapping("/undo")
    @MergeApiDocs.UndoMerge
    ResponseEntity<MergeAnswer> undo(Organization organization, Actor actor, @RequestBody MergeRequests.Undo body) {
        String customer = MergeRequests.required("customer", body.customer());
        return answer(organization, merges.undo(organization.id(), actor, customer));
    }

    @PostMapping("/reject")
    @MergeApiDocs.RejectDuplicate
    ResponseEntity<Void> reject(Organization organization, Actor actor, @RequestBody MergeRequests.Reject body) {
        String customer = MergeRequests.required("customer", body.customer());
        String other = MergeRequests.required("other", body.other());
        merges.keepApart(organization.id(), actor, customer, other);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/merges")
    @MergeApiDocs.ListMerges
    ResponseEntity<List<MergeView>> merges(Organization organization) {
        return fresh(aliases.merges(organization.id()));
    }

    @GetMapping("/rejected")
    @MergeApiDocs.ListRejected
    ResponseEntity<List<ApartView>> rejected(Organization organization) {
        return fresh(aliases.keptApart(organization.id()));
    }

    private ResponseEntity<MergeAnswer> answer(Organization organization, Merged merged) {
        MergeAnswer answer = MergeAnswer.of(merged, outcomes.moved(organization.id(), merged.move()));
        Position position = merged.move().position();
        return position.offsets().isEmpty()
                ? ResponseEntity.ok(answer)
                : ResponseEntity.ok()
                        .header(Position.HEADER, position.toString())
                        .body(answer);
    }

    private static <T> ResponseEntity<T> fresh(T answer) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(answer);
    }
}
