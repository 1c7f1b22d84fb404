package com.sessionanalyzer.testing;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import java.nio.file.Path;

/** A broker in the JVM of the tests. */
record EmbeddedKafkaServer(EmbeddedKafka kafka) implements KafkaServer {

    static EmbeddedKafkaServer start(Path directory) {
        return new EmbeddedKafkaServer(EmbeddedKafka.start(directory.resolve("kafka"), 0));
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String clusterId() {
        return kafka.clusterId();
    }

    @Override
    public void close() {
        kafka.close();
    }
}
