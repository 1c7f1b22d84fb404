package com.sessionanalyzer.analytics.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaFuture;

/** The Kafka cluster as it must be for exactly-once counting. */
final class Cluster {

    private static final String TRANSACTION_VERSION = "transaction.version";
    private static final short VERIFIED_TRANSACTIONS = 2;

    private final Map<String, Object> adminSettings;
    private final Duration timeout;

    Cluster(Map<String, Object> adminSettings, Duration timeout) {
        this.adminSettings = impatient(adminSettings, timeout);
        this.timeout = timeout;
    }

    /** Closing an admin client waits for its calls, so these must not be more patient than their caller. */
    private static Map<String, Object> impatient(Map<String, Object> settings, Duration timeout) {
        Map<String, Object> impatient = new HashMap<>(settings);
        impatient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
        impatient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
        return Map.copyOf(impatient);
    }

    /**
     * The cluster's id, after a look at its transactions.
     *
     * @throws IllegalStateException when it does not answer in time, or lets a late write of an aborted transaction slip
     *     into the next one ({@code transaction.version} below 2, KIP-890)
     */
    String requireExactlyOnce() {
        try (Admin admin = Admin.create(adminSettings)) {
            FinalizedVersionRange transactions = await(admin.describeFeatures().featureMetadata())
                    .finalizedFeatures()
                    .get(TRANSACTION_VERSION);
            if (transactions == null || transactions.maxVersionLevel() < VERIFIED_TRANSACTIONS) {
                throw new IllegalStateException("Kafka's " + TRANSACTION_VERSION + " must be at least "
                        + VERIFIED_TRANSACTIONS + " to count exactly once; raise it with kafka-features.sh");
            }
            return await(admin.describeCluster().clusterId());
        }
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("Kafka did not answer within " + timeout, late);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka does not say what it is: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka what it is", interrupted);
        }
    }
}
