package com.sessionanalyzer.query.session.books;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came in through one channel, and what became of it.
 *
 * @param received          what was committed, and what is in flight
 * @param live              recorded, less deleted
 * @param ledger            records live by the ledger
 * @param rows              records in PostgreSQL
 * @param rejections        rejections in PostgreSQL
 * @param openRejections    of them, neither resubmitted nor dismissed
 * @param erasedRejections  that were there, and were erased with their customer
 * @param receivedPerSecond since the look before; null when there was none
 */
public record ChannelFlow(
        String channel,
        long received,
        long recorded,
        long replayed,
        long rejected,
        long inFlight,
        long corrected,
        long deleted,
        long live,
        long ledger,
        long rows,
        long rejections,
        long openRejections,
        long erasedRejections,
        @Nullable Double receivedPerSecond,
        List<Equation> equations) {

    public ChannelFlow {
        equations = List.copyOf(equations);
    }

    /** The comparison of one stage; null when it is not made for this channel. */
    public @Nullable Equation at(Stage stage) {
        return equations.stream()
                .filter(equation -> equation.stage() == stage)
                .findFirst()
                .orElse(null);
    }
}
