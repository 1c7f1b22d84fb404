package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.session.SessionTotals;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of one record that was done, or was not needed.
 *
 * @param record     as it is now; as it was last when it is deleted
 * @param fields     names of the fields that changed; none when nothing was to be done
 * @param before     what all records added up to before; null when it is not known
 * @param position   contains the change
 */
record Change(
        SessionRecord record,
        List<String> fields,
        Difference difference,
        @Nullable SessionTotals before,
        Position position) {

    boolean isNone() {
        return position.offsets().isEmpty();
    }
}
