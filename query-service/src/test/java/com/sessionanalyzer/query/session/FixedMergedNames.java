package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.session.filter.MergedNames;
import com.sessionanalyzer.schema.OrganizationId;
import java.util.List;

/** One name that was merged into the customer that pages show. */
record FixedMergedNames() implements MergedNames {

    private static final String MERGED = "acme inc";
    private static final String KEPT = "acme.com";

    @Override
    public String follow(OrganizationId organization, String key) {
        return key.equals(MERGED) ? KEPT : key;
    }

    @Override
    public List<String> of(OrganizationId organization, String key) {
        return key.equals(KEPT) ? List.of("ACME Inc") : List.of();
    }
}
