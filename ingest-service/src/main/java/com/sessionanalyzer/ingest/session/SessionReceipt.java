package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.schema.Position;
import java.util.List;

/**
 * What became of a post.
 *
 * @param outcomes of its records, in its order; never empty
 * @param position that contains every record of the post
 */
record SessionReceipt(List<Outcome> outcomes, Position position) {

    SessionReceipt {
        outcomes = List.copyOf(outcomes);
    }

    List<Outcome.Recorded> recorded() {
        return outcomes.stream()
                .filter(Outcome.Recorded.class::isInstance)
                .map(Outcome.Recorded.class::cast)
                .toList();
    }

    List<Parsed.Rejected> rejected() {
        return outcomes.stream()
                .filter(Outcome.NotRecorded.class::isInstance)
                .map(outcome -> ((Outcome.NotRecorded) outcome).rejected())
                .toList();
    }
}
