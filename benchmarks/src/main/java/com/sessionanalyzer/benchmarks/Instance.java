package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.List;

/** Something that takes records, started for a measurement and ended after it. */
interface Instance extends Processes, AutoCloseable {

    /** Where it takes posts. */
    String url();

    String bootstrapServers();

    /** Options by which {@code csa load} finds it. */
    List<String> loadOptions();

    @Override
    void close() throws IOException;
}
