package com.sessionanalyzer.query.audit;

import com.sessionanalyzer.schema.audit.AuditChain;
import java.util.List;

/**
 * A page of the audit log.
 *
 * @param total entries of all pages
 * @param chain of all entries there were then, whichever were asked for
 */
record AuditAnswer(List<AuditLine> lines, long total, AuditQuery query, AuditChain chain) {

    long totalPages() {
        return Math.max(1, (total + query.pageSize() - 1) / query.pageSize());
    }
}
