package com.sessionanalyzer.testing;

/** The broker of this test run, started at first use; tests keep apart by organization or topic. */
public final class TestKafka {

    private static final KafkaServer KAFKA = TestRun.keep(TestInfrastructure::kafka);

    private TestKafka() {}

    public static String bootstrapServers() {
        return KAFKA.bootstrapServers();
    }

    public static String clusterId() {
        return KAFKA.clusterId();
    }
}
