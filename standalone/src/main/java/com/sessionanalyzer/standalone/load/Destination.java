package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.standalone.instance.Instance;
import com.sessionanalyzer.standalone.instance.InstanceOptions;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where to load to. */
final class Destination {

    private static final String NO_INSTANCE = "default";

    @Mixin
    private InstanceOptions options = new InstanceOptions();

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of the Kafka clients, such as those of TLS and SASL.")
    private @Nullable Path kafkaConfig;

    /**
     * Where that is now: an instance that was started anew has other addresses.
     *
     * @throws PlainFailure             when no instance runs, or the properties cannot be read
     * @throws IllegalArgumentException when the organization is none
     */
    Target find() {
        String named = options.bootstrapServers();
        if (named != null) {
            return new Target(named, clientSettings(), options.organization(NO_INSTANCE), "");
        }
        Instance instance = options.running("--bootstrap-servers");
        return new Target(
                instance.bootstrapServers(),
                clientSettings(),
                options.organization(instance.organization()),
                instance.url());
    }

    /**
     * Where that is by now, once it was found.
     *
     * @throws KafkaAwayException when no instance runs at the moment
     */
    Target again() {
        try {
            return find();
        } catch (PlainFailure away) {
            throw new KafkaAwayException(String.valueOf(away.getMessage()), 0, away);
        }
    }

    private Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>();
        if (kafkaConfig != null) {
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(kafkaConfig)) {
                properties.load(reader);
            } catch (IOException failed) {
                throw new PlainFailure(
                        "The file " + kafkaConfig + " cannot be read: " + failed.getMessage() + ".", failed);
            }
            properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        }
        return settings;
    }
}
