package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.security.Organization;

/**
 * What a bulk post says about itself before its content.
 *
 * @param key         what it is known under; derived from its idempotency key, or new
 * @param repeatable  whether it has an idempotency key, so that sending it again goes on
 * @param name        as the sender calls it; may be empty
 * @param contentType as in {@code text/csv}
 * @param packed      whether it is sent as gzip
 * @param size        bytes announced, as they are sent; -1 when not known
 * @param dryRun      whether it is only read
 * @param itemised    whether each record is answered
 */
record BulkHead(
        Organization organization,
        DeliveryKey key,
        boolean repeatable,
        String name,
        BulkFormat format,
        String contentType,
        boolean packed,
        long size,
        boolean dryRun,
        boolean itemised) {}
