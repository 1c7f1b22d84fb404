package com.sessionanalyzer.query.session.customer;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Instant;
import java.util.List;

/** Answers which customers there are, from memory; waits, bounded, until the given position is contained. */
public interface CustomerList {

    /**
     * Those whose name contains a text, whatever its case, from most to fewest records.
     *
     * @param most how many to list
     */
    Found find(OrganizationId organization, String text, int most, Position after);

    /**
     * Customers of one snapshot.
     *
     * @param count how many there are, listed or not
     * @param asOf  when the newest record contained was received
     */
    record Found(List<Entry> customers, long count, Instant asOf) {}

    /** One customer and how many records it has. */
    record Entry(String name, long records) {}
}
