package com.sessionanalyzer.testing;

import com.sessionanalyzer.embedded.EmbeddedKafka;

/** The broker of this test run, started at first use; tests keep apart by organization or topic. */
public final class TestKafka {

    private static final EmbeddedKafka KAFKA =
            TestRun.keep(directory -> EmbeddedKafka.start(directory.resolve("kafka"), 0));

    private TestKafka() {}

    public static String bootstrapServers() {
        return KAFKA.bootstrapServers();
    }

    public static String clusterId() {
        return KAFKA.clusterId();
    }
}
