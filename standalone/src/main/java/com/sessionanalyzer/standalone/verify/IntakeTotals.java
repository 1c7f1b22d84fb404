package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the way in has counted of one organization's sessions. */
final class IntakeTotals {

    private static final String DOMAIN = "session";

    private final OrganizationId organization;
    private final Map<IntakeCountKey, IntakeCount> writers = new HashMap<>();

    IntakeTotals(OrganizationId organization) {
        this.organization = organization;
    }

    void apply(ConsumerRecord<byte[], byte[]> entry) {
        try {
            IntakeCountKey key = IntakeCountKey.decode(entry.key() == null ? new byte[0] : entry.key());
            if (key.organization().equals(organization) && key.domain().equals(DOMAIN) && entry.value() != null) {
                writers.put(key, IntakeCount.decode(entry.value()));
            }
        } catch (UnreadableEventException foreign) {
            return;
        }
    }

    /** The sum of all writers, per channel. */
    Map<String, IntakeCount> perChannel() {
        Map<String, IntakeCount> sums = new TreeMap<>();
        writers.forEach((key, count) -> sums.merge(key.channel(), count, IntakeCount::plus));
        return sums;
    }
}
