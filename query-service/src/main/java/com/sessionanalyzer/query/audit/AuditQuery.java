package com.sessionanalyzer.query.audit;

import com.sessionanalyzer.query.request.ApiParameters;
import org.jspecify.annotations.Nullable;

/**
 * Which entries, the newest first.
 *
 * @param subject whose; empty for all
 * @param action  which; empty for all
 */
record AuditQuery(int page, int pageSize, String subject, String action) {

    static final int DEFAULT_PAGE_SIZE = 20;

    private static final int MAX_PAGE_SIZE = 100;
    private static final int MAX_PAGE = 1_000_000;
    private static final int MAX_LENGTH = 200;

    static AuditQuery of(
            @Nullable String page, @Nullable String pageSize, @Nullable String subject, @Nullable String action) {
        return new AuditQuery(
                ApiParameters.number("page", page, 1, 1, MAX_PAGE),
                ApiParameters.number("page_size", pageSize, DEFAULT_PAGE_SIZE, 1, MAX_PAGE_SIZE),
                ApiParameters.text("subject", subject, MAX_LENGTH),
                ApiParameters.text("action", action, MAX_LENGTH));
    }

    AuditQuery page(long number) {
        return new AuditQuery((int) number, pageSize, subject, action);
    }
}
