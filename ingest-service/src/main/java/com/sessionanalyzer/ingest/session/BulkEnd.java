package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.schema.intake.DeliveryState;

/**
 * How far a bulk post has come, and how it stands.
 *
 * @param bytes       of the content, unpacked
 * @param fingerprint of these bytes
 */
record BulkEnd(DeliveryState state, long bytes, long lines, String fingerprint) {}
