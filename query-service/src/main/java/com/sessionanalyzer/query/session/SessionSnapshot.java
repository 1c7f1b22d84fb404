package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.schema.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The records of one organization at one moment, only to be used while a question is answered.
 *
 * @param version  grows with each change of the organization in this process
 * @param position exactly the records contained
 * @param asOf     when the newest record contained was received; null when there is none
 */
public record SessionSnapshot(
        long version, Position position, @Nullable Instant asOf, FactTable facts, CustomerNames names) {

    /** How a customer is spelled. */
    @FunctionalInterface
    public interface CustomerNames {

        String of(String key);
    }
}
