package com.sessionanalyzer.torture;

import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedDatabase;
import com.sessionanalyzer.testing.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole product as five processes on one directory. */
final class Installation implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(50);

    private static final int MOST_STARTS = 10;

    private final BrokerPart broker;
    private final DatabasePart database;
    private final Map<Victim, Part> parts = new HashMap<>();
    private final ServiceProcess ingest;
    private final ServiceProcess query;

    private Installation(Path directory, int partitions) throws IOException {
        this.broker = new BrokerPart(Files.createDirectories(directory.resolve("broker")));
        this.database = new DatabasePart(Files.createDirectories(directory.resolve("database")));
        broker.start();
        database.start();
        Map<String, String> common = Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "CSA_TOPICS_PARTITIONS",
                Integer.toString(partitions));
        this.ingest = service("ingest-service", directory, common);
        ServiceProcess analytics = service("analytics-service", directory, common);
        this.query = service("query-service", directory, common);
        query.set("SPRING_DATASOURCE_URL", database.database().jdbcUrl());
        query.set("SPRING_DATASOURCE_USERNAME", database.database().username());
        query.set("SPRING_DATASOURCE_PASSWORD", database.database().password());
        for (Part part : List.of(
                broker,
                database,
                new ServicePart(Victim.INGEST, ingest),
                new ServicePart(Victim.ANALYTICS, analytics),
                new ServicePart(Victim.QUERY, query))) {
            parts.put(part.victim(), part);
        }
    }

    /** Starts all of it on a directory, and returns when all of it serves. */
    static Installation start(Path directory, int partitions) throws IOException {
        Installation installation = new Installation(directory, partitions);
        installation.awaitServing(Victim.BROKER);
        List.of(Victim.INGEST, Victim.ANALYTICS, Victim.QUERY)
                .forEach(service -> installation.part(service).start());
        List.of(Victim.values()).forEach(installation::awaitServing);
        return installation;
    }

    private static ServiceProcess service(String name, Path directory, Map<String, String> settings)
            throws IOException {
        return new ServiceProcess(name, Files.createDirectories(directory.resolve(name)), settings);
    }

    Part part(Victim victim) {
        Part part = parts.get(victim);
        if (part == null) {
            throw new IllegalArgumentException("there is no " + victim);
        }
        return part;
    }

    /**
     * Waits until a part serves; one that ended by itself, as a service does that Kafka did not answer in time, is started
     * again, as whoever runs it would.
     *
     * @return how often it had to be started again
     */
    int awaitServing(Victim victim) {
        Part part = part(victim);
        int[] again = new int[1];
        await("until " + victim.label() + " serves")
                .atMost(START)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .until(() -> {
                    if (!part.isAlive()) {
                        again[0]++;
                        requireNotEndingAlways(part, again[0]);
                        part.start();
                    }
                    return part.isServing();
                });
        return again[0];
    }

    private static void requireNotEndingAlways(Part part, int again) {
        if (again > MOST_STARTS) {
            throw new IllegalStateException(part.victim().label() + " does not start: " + part.output());
        }
    }

    URI ingest(String path) {
        return ingest.uri(path);
    }

    /** Where single records are posted to. */
    URI upload() {
        return ingest("/api/upload");
    }

    URI query(String path) {
        return query.uri(path);
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    EmbeddedDatabase database() {
        return database.database();
    }

    @Override
    public void close() {
        for (Victim victim : List.of(Victim.INGEST, Victim.ANALYTICS, Victim.QUERY, Victim.DATABASE, Victim.BROKER)) {
            part(victim).close();
        }
    }
}
