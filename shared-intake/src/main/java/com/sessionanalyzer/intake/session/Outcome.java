package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.Violation;
import java.util.List;
import java.util.function.Function;

/** What became of one record of a post after it was published. */
public sealed interface Outcome {

    /** The record is in the log. */
    record Recorded(int line, SessionRecord session, List<Violation> warnings) implements Outcome {

        @Override
        public <T> T fold(Function<Recorded, T> recorded, Function<NotRecorded, T> notRecorded) {
            return recorded.apply(this);
        }
    }

    /** The rejection is in the log. */
    record NotRecorded(Parsed.Rejected rejected) implements Outcome {

        @Override
        public <T> T fold(Function<Recorded, T> recorded, Function<NotRecorded, T> notRecorded) {
            return notRecorded.apply(this);
        }
    }

    <T> T fold(Function<Recorded, T> recorded, Function<NotRecorded, T> notRecorded);
}
