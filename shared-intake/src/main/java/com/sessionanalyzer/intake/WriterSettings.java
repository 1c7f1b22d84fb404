package com.sessionanalyzer.intake;

import java.time.Duration;
import java.util.Map;

/**
 * What the producers of the writers are made from, lane by lane.
 *
 * @param base addresses, security and what else the installation sets
 */
record WriterSettings(IntakeProperties properties, Map<String, Object> base) {

    private static final int ENVELOPE_BYTES = 1 << 16;
    private static final int POST_BATCH_BYTES = 1 << 15;
    private static final int BULK_BATCH_BYTES = 1 << 18;

    ProducerSettings posts() {
        return settings("posts", properties.publishTimeout(), POST_BATCH_BYTES);
    }

    ProducerSettings stream() {
        return settings("stream", properties.bulkTimeout(), BULK_BATCH_BYTES);
    }

    ProducerSettings bulk(int writer) {
        return settings("bulk-" + writer, properties.bulkTimeout(), BULK_BATCH_BYTES);
    }

    private ProducerSettings settings(String lane, Duration timeout, int batchBytes) {
        return new ProducerSettings(
                base,
                timeout,
                "csa-" + properties.instance() + "-" + lane,
                Math.toIntExact(properties.maxMessage().toBytes()) + ENVELOPE_BYTES,
                batchBytes);
    }
}
