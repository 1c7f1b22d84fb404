package com.sessionanalyzer.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings of the one broker: small, restarting within seconds even after a crash, and never forgetting an offset. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String BROKER = "PLAINTEXT";
    private static final String DEDUPE_BUFFER_BYTES = Integer.toString(16 << 20);
    private static final String DECADE_MINUTES =
            Long.toString(Duration.ofDays(3650).toMinutes());

    private static final String SESSION_MILLIS =
            Long.toString(Duration.ofMinutes(10).toMillis());

    /** How long a transaction waits for the markers of the one before until it looks again. */
    private static final String MARKERS_MILLIS = "1";

    private BrokerSettings() {}

    static Map<String, String> of(Path data, int port, int advertisedPort, int controllerPort) {
        Map<String, String> settings = new HashMap<>(listeners(port, advertisedPort, controllerPort));
        settings.put("log.dirs", data.toString());
        settings.putAll(onlyReplica());
        settings.putAll(quickRestart());
        settings.putAll(smallFootprint());
        settings.put("add.partitions.to.txn.retry.backoff.ms", MARKERS_MILLIS);
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.retention.minutes", DECADE_MINUTES);
        return settings;
    }

    private static Map<String, String> listeners(int port, int advertisedPort, int controllerPort) {
        String broker = BROKER + "://" + LoopbackPort.ADDRESS + ":";
        String controller = LoopbackPort.ADDRESS + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "listeners",
                broker + port + "," + controllerListener(controllerPort),
                "advertised.listeners",
                broker + advertisedPort,
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                BROKER,
                "listener.security.protocol.map",
                BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    }

    /** The one of the two listeners that a controller alone has. */
    static String controllerListener(int controllerPort) {
        return CONTROLLER + "://" + LoopbackPort.ADDRESS + ":" + controllerPort;
    }

    private static Map<String, String> onlyReplica() {
        return Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    /** A lone broker never gives up its place, however busy: nobody could take it, and {@link LastSession} ends old sessions. */
    private static Map<String, String> quickRestart() {
        return Map.of(
                "broker.session.timeout.ms", SESSION_MILLIS,
                "broker.heartbeat.interval.ms", "500",
                "controlled.shutdown.enable", "false",
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> smallFootprint() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "4",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "log.cleaner.dedupe.buffer.size", DEDUPE_BUFFER_BYTES);
    }
}
