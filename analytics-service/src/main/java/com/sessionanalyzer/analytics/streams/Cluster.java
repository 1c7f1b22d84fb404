package com.sessionanalyzer.analytics.streams;

import com.sessionanalyzer.schema.topic.BoundedAdmin;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/** The Kafka cluster as it must be for exactly-once counting. */
final class Cluster {

    private static final String TRANSACTION_VERSION = "transaction.version";
    private static final short VERIFIED_TRANSACTIONS = 2;

    private final Map<String, Object> adminSettings;
    private final Duration timeout;

    Cluster(Map<String, Object> adminSettings, Duration timeout) {
        this.adminSettings = adminSettings;
        this.timeout = timeout;
    }

    /**
     * The cluster's id, after a look at its transactions.
     *
     * @throws IllegalStateException when it does not answer in time, or lets a late write of an aborted transaction slip
     *     into the next one ({@code transaction.version} below 2, KIP-890)
     */
    String requireExactlyOnce() {
        try (BoundedAdmin admin = new BoundedAdmin(adminSettings, timeout)) {
            FinalizedVersionRange transactions = admin.await(
                            admin.calls().describeFeatures().featureMetadata())
                    .finalizedFeatures()
                    .get(TRANSACTION_VERSION);
            if (transactions == null || transactions.maxVersionLevel() < VERIFIED_TRANSACTIONS) {
                throw new IllegalStateException("Kafka's " + TRANSACTION_VERSION + " must be at least "
                        + VERIFIED_TRANSACTIONS + " to count exactly once; raise it with kafka-features.sh");
            }
            return admin.await(admin.calls().describeCluster().clusterId());
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka does not say what it is: " + failed.getCause(), failed);
        }
    }
}
