package com.sessionanalyzer.query.session.books;

import java.util.ArrayList;
import java.util.List;

/** Compares what came in with what the other places have, each as soon as it contains what came in. */
record Equations(Sample sample) {

    List<Equation> of(String channel, Window window, long inFlight, Found found) {
        boolean ledger = sample.reached().ledger();
        List<Equation> equations = new ArrayList<>();
        equations.add(Equation.exact(
                channel,
                Stage.RECEIVED,
                window.after().recorded()
                        + window.after().replayed()
                        + window.after().rejected()
                        + inFlight,
                window.after().received() + inFlight));
        equations.add(live(channel, Stage.LEDGER, window, found.ledger(), ledger));
        if (found.cells() != null) {
            equations.add(live(channel, Stage.CELLS, window, found.cells(), ledger));
        }
        equations.add(
                live(channel, Stage.ROWS, window, found.rows(), sample.reached().rows()));
        equations.add(rejections(channel, window, found));
        return equations;
    }

    private Equation live(String channel, Stage stage, Window window, long found, boolean reached) {
        return reached && areCountsKnown()
                ? Equation.between(channel, stage, window.least(), window.most(), window.live(), found)
                : Equation.pending(channel, stage, window.live(), found);
    }

    private Equation rejections(String channel, Window window, Found found) {
        long expected = window.after().rejected();
        long least = window.before().rejected() - found.maybeErased();
        long there = found.rejections() + found.erased();
        return sample.reached().rejections() && areCountsKnown()
                ? Equation.between(channel, Stage.REJECTIONS, least, expected, expected, there)
                : Equation.pending(channel, Stage.REJECTIONS, expected, there);
    }

    private boolean areCountsKnown() {
        return sample.before() != null && sample.after() != null;
    }
}
