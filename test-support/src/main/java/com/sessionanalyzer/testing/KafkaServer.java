package com.sessionanalyzer.testing;

/** A running broker, wherever it runs. */
interface KafkaServer extends AutoCloseable {

    String bootstrapServers();

    String clusterId();

    @Override
    void close();
}
