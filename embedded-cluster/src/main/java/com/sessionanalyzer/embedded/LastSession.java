package com.sessionanalyzer.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * What the cluster believes of the broker that ran before: that it still leads its partitions. A broker that starts with this
 * belief and loses it a moment later may take partitions without a leader for deleted ones and never end what was being
 * committed to them (KAFKA-20734); so may one that gives its leadership up while it stops. So a broker ends without a word,
 * and a controller alone takes the leadership away before the next one starts; that also saves it the wait for the end of
 * its predecessor's session.
 */
final class LastSession {

    private static final String METADATA = "__cluster_metadata-0";
    private static final long PATIENCE_SECONDS = 30;

    private LastSession() {}

    /** Ends the session of the broker that used this directory before. */
    static void end(Path data, Map<String, String> brokerSettings, int controllerPort) {
        if (Files.exists(data.resolve(METADATA))) {
            awaitFencing(new KafkaConfig(controllerOnly(brokerSettings, controllerPort)));
        }
    }

    private static Map<String, String> controllerOnly(Map<String, String> brokerSettings, int controllerPort) {
        Map<String, String> settings = new HashMap<>(brokerSettings);
        settings.put("process.roles", "controller");
        settings.put("listeners", BrokerSettings.controllerListener(controllerPort));
        settings.remove("advertised.listeners");
        settings.remove("inter.broker.listener.name");
        settings.put("broker.session.timeout.ms", "100");
        settings.put("broker.heartbeat.interval.ms", "50");
        return settings;
    }

    private static void awaitFencing(KafkaConfig config) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> storage =
                KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(LastSession.class), "");
        SharedServer shared = shared(config, storage._1());
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
        CompletableFuture<Void> fenced = new CompletableFuture<>();
        controller.startup();
        try {
            shared.loader()
                    .installPublishers(List.of(new FencedBroker(BrokerSettings.NODE_ID, fenced)))
                    .thenCompose(installed -> fenced)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stuck) {
            throw new IllegalStateException("the session of the broker before does not end", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a session was ended", interrupted);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static SharedServer shared(KafkaConfig config, MetaPropertiesEnsemble storage) {
        Metrics metrics = Server.initializeMetrics(
                config, Time.SYSTEM, storage.clusterId().orElseThrow());
        return new SharedServer(
                config,
                storage,
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
    }
}
