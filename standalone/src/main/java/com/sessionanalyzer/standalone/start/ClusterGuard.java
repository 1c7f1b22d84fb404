package com.sessionanalyzer.standalone.start;

import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Refuses derived data whose broker was exchanged: streams state that outlives its topics counts twice. */
final class ClusterGuard {

    private ClusterGuard() {}

    /** Notes the broker's identity in a new data directory, and compares it in one that was used before. */
    static void check(DataDirectory directory, String clusterId) {
        try {
            if (!Files.exists(directory.cluster())) {
                Files.writeString(directory.cluster(), clusterId);
            } else if (!Files.readString(directory.cluster()).strip().equals(clusterId)) {
                throw new PlainFailure("The data directory " + directory.home()
                        + " holds what was derived from another Kafka cluster;"
                        + " start with --fresh to empty it, or choose another one with --data.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
