package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.projection.TableMapping;
import org.jspecify.annotations.NullMarked;

/** The rows of session records, mapped as they really are. */
@NullMarked
public final class MeasuredRows {

    private MeasuredRows() {}

    public static TableMapping mapping() {
        return new SessionRecordTable();
    }
}
