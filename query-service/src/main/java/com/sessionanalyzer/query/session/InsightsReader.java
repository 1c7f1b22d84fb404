package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.Optional;

/** Answers what the numbers are, from memory. */
public interface InsightsReader {

    /**
     * The newest snapshot; waits, bounded, until it contains the given position, and answers with an older one after that.
     *
     * @param listLimit how many duplicates and combinations to list at most; 0 for all
     */
    Insights read(OrganizationId organization, Position after, int listLimit);

    /** For how long nobody has heard whether there is anything newer; empty as long as that is nothing unusual. */
    default Optional<Duration> silence() {
        return Optional.empty();
    }
}
