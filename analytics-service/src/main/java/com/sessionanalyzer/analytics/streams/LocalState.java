package com.sessionanalyzer.analytics.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * An application's local state and, beside it, the ids of the cluster and the topics it was made from. State that outlives
 * them would be counted on top of, so that of others is deleted: the log is the truth, and restores it.
 */
final class LocalState {

    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);

    private final Path state;
    private final Path owner;

    LocalState(Path stateDirectory, String applicationId) {
        this.state = stateDirectory.resolve(applicationId);
        this.owner = stateDirectory.resolve(applicationId + ".cluster");
    }

    /** Makes sure that what is there was made from these topics of this cluster, or that there is nothing. */
    void claim(String clusterId, String topics) {
        String origin = clusterId + "\n" + topics;
        try {
            if (Files.exists(state) && !isOf(origin)) {
                LOG.atWarn()
                        .addKeyValue("directory", state)
                        .log(
                                "the local state belongs to another Kafka cluster, or to topics that are gone; it is deleted and restored from those there are");
                FileSystemUtils.deleteRecursively(state);
            }
            Files.createDirectories(state);
            Files.writeString(owner, origin);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot use the state directory " + state, failed);
        }
    }

    /** State of version 1.0 notes the cluster alone. */
    private boolean isOf(String origin) throws IOException {
        String found = owner();
        return !found.isEmpty() && (origin.equals(found) || origin.startsWith(found + "\n"));
    }

    private String owner() throws IOException {
        return Files.exists(owner) ? Files.readString(owner).strip() : "";
    }
}
