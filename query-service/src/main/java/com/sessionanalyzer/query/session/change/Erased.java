package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.session.SessionTotals;
import com.sessionanalyzer.schema.Position;
import org.jspecify.annotations.Nullable;

/**
 * A customer that is gone.
 *
 * @param records    that were deleted
 * @param rejections that were deleted, because their text names the customer
 * @param before     what all records added up to before; null when it is not known
 * @param position   contains the erasure
 */
record Erased(
        long records,
        long rejections,
        Difference difference,
        @Nullable SessionTotals before,
        Position position) {

    /** What nothing erased yet adds up to; a new one for each erasure, since its difference is added to. */
    static Erased nothing() {
        return new Erased(0, 0, Difference.none(), null, Position.BEGINNING);
    }

    /** This, and what a further part erased. */
    Erased and(Erased part) {
        difference.add(part.difference);
        return new Erased(
                records + part.records,
                rejections + part.rejections,
                difference,
                position.offsets().isEmpty() && before == null ? part.before : before,
                position.and(part.position));
    }
}
