package com.sessionanalyzer.query.session.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** A merge, as pages and the API tell of it. */
@Schema(name = "Merge", description = "a customer whose records go to another, or did")
record MergeView(
        @Schema(description = "how the merged customer was shown")
        String customer,

        @Schema(description = "its identity") String key,

        @Schema(description = "how the one that is kept was shown")
        String into,

        @Schema(allowableValues = {"merging", "merged", "undoing", "undone"})
        String state,

        @Schema(description = "who decided it") String by,

        @Schema(description = "when it was decided") Instant at,

        @Schema(description = "records that were moved for it")
        long records) {

    static final Comparator<MergeView> NEWEST_FIRST =
            Comparator.comparing(MergeView::at).reversed().thenComparing(MergeView::key);

    static MergeView of(Map.Entry<CustomerLinkKey.Alias, CustomerLink.Alias> entry) {
        return of(entry.getKey().key(), entry.getValue());
    }

    static MergeView of(String key, CustomerLink.Alias alias) {
        return new MergeView(
                alias.spelling(),
                key,
                alias.intoSpelling(),
                alias.state().code(),
                alias.actor(),
                alias.at(),
                alias.records());
    }

    /** Whether it can be undone. */
    @JsonIgnore
    public boolean isMerged() {
        return state.startsWith("merg");
    }
}
