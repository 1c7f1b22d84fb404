package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;

/** As many open rejections as a test wants. */
final class FixedOpenRejections implements OpenRejections {

    int open;

    @Override
    public int count(OrganizationId organization) {
        return open;
    }
}
