package com.sessionanalyzer.intake.session.alias;

import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Knows, from memory and at once, what was recorded of a customer before; a process may know of nobody. */
@FunctionalInterface
public interface EarlierReviews {

    /** Of a process that knows of nobody. */
    EarlierReviews UNKNOWN = (organization, customerName) -> null;

    /**
     * What was recorded of a customer; null when it is new, or not known.
     *
     * @param customerName in any spelling
     */
    @Nullable
    Earlier find(OrganizationId organization, String customerName);

    /**
     * What was recorded before.
     *
     * @param customer how it is shown
     * @param last     event time of its newest record
     */
    record Earlier(String customer, long records, Instant last) {}
}
