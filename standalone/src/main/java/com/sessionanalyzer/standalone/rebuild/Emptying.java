package com.sessionanalyzer.standalone.rebuild;

import com.sessionanalyzer.embedded.Directories;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Empties what one data directory's instance derives from the log, before any of its services has begun. */
final class Emptying {

    private final DataDirectory directory;

    Emptying(DataDirectory directory) {
        this.directory = directory;
    }

    /**
     * Empties it; each step leaves something that a start can go on from.
     *
     * @param environment knows where Kafka and the database are
     * @param isOurKafka  whether nobody but this process can be using Kafka
     */
    void run(ConfigurableEnvironment environment, boolean isOurKafka) {
        String bootstrapServers = environment.getRequiredProperty("spring.kafka.bootstrap-servers");
        try (Aggregates aggregates = new Aggregates(connection(environment, bootstrapServers), Aggregates.STOPPING)) {
            List<String> groups = groups(environment.getProperty("csa.query.group", "csa-query"));
            if (isOurKafka) {
                groups.forEach(aggregates::forgetMembers);
            } else {
                aggregates.awaitStopped(groups);
            }
            deleteState();
            aggregates.forget();
        }
        new Rows(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getProperty("spring.datasource.username", ""),
                        environment.getProperty("spring.datasource.password", ""))
                .forget();
    }

    /** The groups whose members would go on with what is emptied. */
    static List<String> groups(String queryGroup) {
        return List.of(
                SessionTopics.COUNTING_GROUP,
                queryGroup + "-" + SessionTopics.RECORDS,
                queryGroup + "-" + SessionTopics.REJECTIONS);
    }

    private static Map<String, Object> connection(ConfigurableEnvironment environment, String bootstrapServers) {
        Map<String, Object> connection = new HashMap<>(Binder.get(environment)
                .bind("spring.kafka.properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
        connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return connection;
    }

    private void deleteState() {
        try {
            Directories.delete(directory.streams());
            Directories.delete(directory.intake());
            Directories.delete(directory.query());
        } catch (IOException failed) {
            throw new PlainFailure(
                    "The local state in " + directory.home() + " cannot be deleted: " + failed.getMessage() + ".",
                    failed);
        }
    }
}
