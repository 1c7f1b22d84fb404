package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.Position;
import java.util.List;

/**
 * What became of a post.
 *
 * @param outcomes of its records, in its order; never empty
 * @param position that contains every record of the post
 */
public record SessionReceipt(List<Outcome> outcomes, Position position) {

    public SessionReceipt {
        outcomes = List.copyOf(outcomes);
    }

    public List<Outcome.Recorded> recorded() {
        return outcomes.stream()
                .filter(Outcome.Recorded.class::isInstance)
                .map(Outcome.Recorded.class::cast)
                .toList();
    }

    public List<Parsed.Rejected> rejected() {
        return outcomes.stream()
                .filter(Outcome.NotRecorded.class::isInstance)
                .map(outcome -> ((Outcome.NotRecorded) outcome).rejected())
                .toList();
    }
}
