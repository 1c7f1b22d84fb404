package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.List;

/** Something that is measured, with what people would use instead beside it in the same run. */
interface Stage {

    /** By which it is asked for, and its result kept. */
    String name();

    /** What a repeat of it is, in half a sentence. */
    String description();

    /** How many records a repeat has when nobody says. */
    default long usualRecords() {
        return 500_000;
    }

    /** Whether what it measures with is on this machine. */
    default boolean isPossible() {
        return true;
    }

    /** Measures; ours first. */
    List<Measured> run(Setting setting) throws IOException, InterruptedException;
}
