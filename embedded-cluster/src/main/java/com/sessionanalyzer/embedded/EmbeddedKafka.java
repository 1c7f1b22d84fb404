package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker with its own controller (KRaft) in this process, at the loopback address only; its data is kept. */
public final class EmbeddedKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;
    private final String clusterId;

    private EmbeddedKafka(KafkaRaftServer server, int port, String clusterId) {
        this.server = server;
        this.port = port;
        this.clusterId = clusterId;
    }

    /**
     * Starts a broker on the data of the directory, which is made when it is missing, and returns when it is ready.
     *
     * @param port 0 for any free one
     * @throws EmbeddedStartException when the port is in use, or the directory cannot be used
     */
    public static EmbeddedKafka start(Path directory, int port) {
        int brokerPort = LoopbackPort.claim(port, "Kafka");
        return startAt(directory, brokerPort, brokerPort);
    }

    /**
     * The same for a broker that something stands before.
     *
     * @param advertisedPort where clients are told to find it
     */
    public static EmbeddedKafka startBehind(Path directory, int port, int advertisedPort) {
        return startAt(directory, LoopbackPort.claim(port, "Kafka"), advertisedPort);
    }

    private static EmbeddedKafka startAt(Path directory, int brokerPort, int advertisedPort) {
        try {
            Path data = Files.createDirectories(directory).toAbsolutePath();
            String clusterId = KafkaStorage.prepare(data);
            KafkaRaftServer server = NeutralLocale.during(() -> startServer(data, brokerPort, advertisedPort));
            return new EmbeddedKafka(server, advertisedPort, clusterId);
        } catch (IOException | RuntimeException failed) {
            throw new EmbeddedStartException(
                    "Kafka cannot start in " + directory + ": " + Causes.first(failed) + ".", failed);
        }
    }

    private static KafkaRaftServer startServer(Path data, int port, int advertisedPort) {
        int controllerPort = LoopbackPort.claim(0, "the Kafka controller");
        Map<String, String> settings = BrokerSettings.of(data, port, advertisedPort, controllerPort);
        LastSession.end(data, settings, controllerPort);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return server;
    }

    public String bootstrapServers() {
        return LoopbackPort.ADDRESS + ":" + port;
    }

    /** Identity of the data, the same after every restart. */
    public String clusterId() {
        return clusterId;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
