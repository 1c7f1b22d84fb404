package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.Map;

/** Processes that are measured. */
interface Processes {

    /** Seconds of a core that each of them has taken until now, by name. */
    Map<String, Double> cpuSeconds();

    /** The most memory that each of them has had, by name. */
    Map<String, Long> peakMegabytes() throws IOException;
}
