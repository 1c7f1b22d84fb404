package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.cube.MeasuredFold;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionRecord;
import org.jspecify.annotations.NullMarked;

/** The fold of session records, without topics and stores. */
@NullMarked
public final class MeasuredSessionFold {

    private MeasuredSessionFold() {}

    public static MeasuredFold<SessionRecord, Activity> empty() {
        return new MeasuredFold<>(new SessionCubeDomain());
    }
}
