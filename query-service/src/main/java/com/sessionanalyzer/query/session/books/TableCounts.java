package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.query.projection.ProjectionProgress.Contained;
import com.sessionanalyzer.schema.OrganizationId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rows in one state of the database, and what of the topics that state contains. */
record TableCounts(
        Contained records,
        Contained rejections,
        Map<OrganizationId, Map<String, Long>> recordRows,
        Map<OrganizationId, Map<String, Long>> rejectionRows,
        Map<OrganizationId, Map<String, Long>> openRejections,
        Map<OrganizationId, Map<String, Long>> erasedRejections) {

    /** In place of a channel: of an erased rejection that nobody knows the channel of any more. */
    static final String UNKNOWN = "unknown";

    Set<OrganizationId> organizations() {
        Set<OrganizationId> organizations =
                new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        organizations.addAll(recordRows.keySet());
        organizations.addAll(rejectionRows.keySet());
        return organizations;
    }
}
