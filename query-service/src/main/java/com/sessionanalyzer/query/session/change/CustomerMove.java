package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.session.SessionTotals;
import com.sessionanalyzer.schema.Position;
import org.jspecify.annotations.Nullable;

/**
 * Records that were moved between customers, because those were merged, or were not any more.
 *
 * @param records    that were moved
 * @param before     what all records added up to before; null when it is not known
 * @param position   contains all of it
 */
record CustomerMove(
        long records, Difference difference, @Nullable SessionTotals before, Position position) {

    /** What nothing moved yet adds up to; a new one for each move, since its difference is added to. */
    static CustomerMove nothing() {
        return new CustomerMove(0, Difference.none(), null, Position.BEGINNING);
    }

    /** This, and what a further part moved. */
    CustomerMove and(CustomerMove part) {
        difference.add(part.difference);
        return new CustomerMove(
                records + part.records,
                difference,
                records == 0 && before == null ? part.before : before,
                position.and(part.position));
    }
}
