package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Something that takes records, started for a measurement and ended after it. */
interface Instance extends AutoCloseable {

    /** Where it takes posts. */
    String url();

    String bootstrapServers();

    /** Options by which {@code csa load} finds it. */
    List<String> loadOptions();

    /** Seconds of a core that each of its processes has taken until now, by name. */
    Map<String, Double> cpuSeconds();

    /** The most memory that each of its processes has had, by name. */
    Map<String, Long> peakMegabytes() throws IOException;

    @Override
    void close() throws IOException;
}
