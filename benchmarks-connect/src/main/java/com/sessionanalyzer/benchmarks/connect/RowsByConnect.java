package com.sessionanalyzer.benchmarks.connect;

import com.sessionanalyzer.schema.session.SessionTopics;
import io.debezium.connector.jdbc.JdbcSinkConnector;
import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.AllConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.Herder;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorInfo;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.storage.FileOffsetBackingStore;
import org.apache.kafka.connect.transforms.InsertField;
import org.apache.kafka.connect.util.FutureCallback;

/**
 * The same rows by Kafka Connect, standalone in this process and without its HTTP server, and the JDBC sink of Debezium, which
 * writes a row again when it reads it again. The connector is called as the directory.
 */
final class RowsByConnect {

    private static final int TASKS = 2;
    private static final int BATCH = 5_000;

    private RowsByConnect() {}

    /** Writes from a broker to a database, with local state in a directory, until it is ended. */
    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        // PostgreSQL reads the times that the sink sends, which are in UTC, in the zone that this process has.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path directory = Path.of(arguments[4]);
        String name = directory.getFileName().toString();
        StandaloneHerder herder = herder(arguments[0], directory);
        Runtime.getRuntime().addShutdownHook(new Thread(herder::stop, "end-of-connect"));
        herder.start();
        FutureCallback<Herder.Created<ConnectorInfo>> created = new FutureCallback<>();
        herder.putConnectorConfig(name, sink(name, arguments[1], arguments[2], arguments[3]), false, created);
        created.get();
    }

    private static StandaloneHerder herder(String bootstrapServers, Path directory) {
        Map<String, String> settings = Map.ofEntries(
                Map.entry("bootstrap.servers", bootstrapServers),
                Map.entry("key.converter", SessionRecordConverter.class.getName()),
                Map.entry("value.converter", SessionRecordConverter.class.getName()),
                Map.entry("offset.storage.file.filename", directory + ".offsets"),
                Map.entry("offset.flush.interval.ms", "100"),
                Map.entry("consumer.isolation.level", "read_committed"),
                Map.entry("consumer.max.poll.records", Integer.toString(BATCH)));
        Plugins plugins = new Plugins(settings);
        StandaloneConfig config = new StandaloneConfig(settings);
        FileOffsetBackingStore offsets = new FileOffsetBackingStore(
                plugins.newInternalConverter(true, JsonConverter.class.getName(), Map.of("schemas.enable", "false")));
        offsets.configure(config);
        AllConnectorClientConfigOverridePolicy policy = new AllConnectorClientConfigOverridePolicy();
        return new StandaloneHerder(
                new Worker("benchmark", Time.SYSTEM, plugins, config, offsets, policy),
                config.kafkaClusterId(),
                policy);
    }

    private static Map<String, String> sink(String name, String jdbcUrl, String user, String password) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("connector.class", JdbcSinkConnector.class.getName()),
                Map.entry("tasks.max", Integer.toString(TASKS)),
                Map.entry("topics", SessionTopics.RECORDS),
                Map.entry("collection.name.format", "session_record"),
                Map.entry("connection.url", jdbcUrl + "?reWriteBatchedInserts=true"),
                Map.entry("connection.username", user),
                Map.entry("connection.password", password),
                Map.entry("insert.mode", "upsert"),
                Map.entry("delete.enabled", "true"),
                Map.entry("primary.key.mode", "record_key"),
                Map.entry("schema.evolution", "none"),
                Map.entry("batch.size", Integer.toString(BATCH)),
                // A statement has many rows, and must not have one of them twice.
                Map.entry("use.reduction.buffer", "true"),
                Map.entry("transforms", "place"),
                Map.entry("transforms.place.type", InsertField.Value.class.getName()),
                Map.entry("transforms.place.partition.field", "log_partition"),
                Map.entry("transforms.place.offset.field", "log_offset"),
                Map.entry("transforms.place.timestamp.field", "logged_at"));
    }
}
