package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.schema.intake.Delivery;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records of a load. */
record Settled(long received, long recorded, long rejected, Map<String, Long> reasons) {

    static Settled of(Collection<Delivery> parts) {
        Map<String, Long> reasons = new TreeMap<>();
        parts.forEach(part -> part.reasons().forEach((reason, count) -> reasons.merge(reason, count, Long::sum)));
        return new Settled(
                parts.stream().mapToLong(Delivery::received).sum(),
                parts.stream().mapToLong(Delivery::recorded).sum(),
                parts.stream().mapToLong(Delivery::rejected).sum(),
                reasons);
    }

    /** Records that were known already. */
    long replayed() {
        return received - recorded - rejected;
    }
}
