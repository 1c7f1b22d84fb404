package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's directory, formatted once with a cluster id of its own. */
final class KafkaStorage {

    private static final String META = "meta.properties";
    private static final short STREAMS_GROUPS = 1;

    private KafkaStorage() {}

    /** Formats the directory when it is new; answers its cluster id. */
    static String prepare(Path directory) throws IOException {
        Path meta = directory.resolve(META);
        if (!Files.exists(meta)) {
            format(directory);
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(meta)) {
            properties.load(in);
        }
        return properties.getProperty("cluster.id");
    }

    private static void format(Path directory) throws IOException {
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setFeatureLevel("streams.version", STREAMS_GROUPS)
                .setIgnoreFormatted(true);
        try {
            formatter.run();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }
}
