package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.LocalDate;
import java.util.Optional;

/** Knows how many records a filter means without counting rows. */
@FunctionalInterface
public interface RowTotals {

    /** Empty when it does not know. */
    Optional<Total> of(OrganizationId organization, SessionFilter filter, LocalDate today);

    /**
     * A number of records.
     *
     * @param position exactly the records that were counted
     */
    record Total(long records, Position position) {}
}
