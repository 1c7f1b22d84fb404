package com.sessionanalyzer.standalone.rebuild;

import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Kafka and the database of services that run apart. */
final class Apart {

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", description = "Kafka of services that run apart.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of the Kafka client, such as those of TLS and SASL.")
    private @Nullable Path kafkaConfig;

    @Option(names = "--jdbc-url", paramLabel = "URL", description = "Database of services that run apart.")
    private @Nullable String jdbcUrl;

    @Option(names = "--jdbc-user", paramLabel = "NAME", description = "Who owns its tables.")
    private String jdbcUser = "";

    @Option(
            names = "--jdbc-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:CSA_JDBC_PASSWORD}",
            description = "The owner's password; better set in the environment variable CSA_JDBC_PASSWORD.")
    private @Nullable String jdbcPassword;

    @Option(
            names = "--query-group",
            paramLabel = "NAME",
            defaultValue = "csa-query",
            description = "csa.query.group of these services (default: ${DEFAULT-VALUE}).")
    private String queryGroup = "csa-query";

    boolean isGiven() {
        return bootstrapServers != null || jdbcUrl != null;
    }

    boolean isComplete() {
        return bootstrapServers != null && jdbcUrl != null;
    }

    /** Empties what they derive from the log, once nobody of them is there any more. */
    void empty() {
        try (Aggregates aggregates = new Aggregates(connection(), Aggregates.STOPPING)) {
            aggregates.awaitStopped(Emptying.groups(queryGroup));
            aggregates.forget();
        }
        new Rows(String.valueOf(jdbcUrl), jdbcUser, jdbcPassword == null ? "" : jdbcPassword).forget();
    }

    private Map<String, Object> connection() {
        Map<String, Object> connection = new HashMap<>();
        if (kafkaConfig != null) {
            Properties properties = properties(kafkaConfig);
            properties.stringPropertyNames().forEach(key -> connection.put(key, properties.getProperty(key)));
        }
        connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.valueOf(bootstrapServers));
        return connection;
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException failed) {
            throw new PlainFailure("The file " + file + " cannot be read: " + failed.getMessage() + ".", failed);
        }
    }
}
