package com.sessionanalyzer.analytics.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * An application's local state and, beside it, the id of the cluster it was made from. State that outlives its cluster would
 * be counted on top of, so another cluster's is deleted: the log is the truth, and restores it.
 */
final class LocalState {

    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);

    private final Path state;
    private final Path owner;

    LocalState(Path stateDirectory, String applicationId) {
        this.state = stateDirectory.resolve(applicationId);
        this.owner = stateDirectory.resolve(applicationId + ".cluster");
    }

    /** Makes sure that what is there is this cluster's, or nothing. */
    void claim(String clusterId) {
        try {
            if (Files.exists(state) && !clusterId.equals(owner())) {
                LOG.atWarn()
                        .addKeyValue("directory", state)
                        .log(
                                "the local state belongs to another Kafka cluster; it is deleted and restored from the topics");
                FileSystemUtils.deleteRecursively(state);
            }
            Files.createDirectories(state);
            Files.writeString(owner, clusterId);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot use the state directory " + state, failed);
        }
    }

    private String owner() throws IOException {
        return Files.exists(owner) ? Files.readString(owner).strip() : "";
    }
}
