package com.sessionanalyzer.analytics;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the analytics service.
 *
 * @param partitions     partitions of every topic; never changes once the topics are there
 * @param stateDir       directory of the local state, which can be lost: it is restored from the topics
 * @param instanceId     name of this instance among those that share the work, the same after a restart
 * @param threads        threads per domain
 * @param emitInterval   how often a shard emits what changed
 * @param commitInterval the longest time between two commits
 * @param cacheMemory    memory for aggregates held decoded between commits, per domain
 * @param storeMemory    memory of all local stores together, outside the heap
 * @param brokerTimeout  how long a start waits for an answer of Kafka
 * @param closeTimeout   how long a stop waits for the threads
 * @param restartBackoff wait before a failed application is started again; doubles with each failure
 * @param longestBackoff the longest wait before it is started again, which never ends
 * @param restartWindow  time without a failure after which the waits begin anew
 */
@ConfigurationProperties("csa.analytics")
public record AnalyticsProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("./data/streams") Path stateDir,
        @DefaultValue("local") String instanceId,
        @DefaultValue("2") int threads,
        @DefaultValue("50ms") Duration emitInterval,
        @DefaultValue("2s") Duration commitInterval,
        @DefaultValue("32MB") DataSize cacheMemory,
        @DefaultValue("128MB") DataSize storeMemory,
        @DefaultValue("30s") Duration brokerTimeout,
        @DefaultValue("4s") Duration closeTimeout,
        @DefaultValue("1s") Duration restartBackoff,
        @DefaultValue("1m") Duration longestBackoff,
        @DefaultValue("10m") Duration restartWindow) {

    public AnalyticsProperties {
        require(partitions > 0, "partitions", "at least 1", partitions);
        require(
                instanceId.matches("[A-Za-z0-9._-]{1,64}"),
                "instance-id",
                "1 to 64 letters, digits, '.', '_' or '-'",
                instanceId);
        require(threads > 0, "threads", "at least 1", threads);
        requirePositive("emit-interval", emitInterval);
        requirePositive("commit-interval", commitInterval);
        require(!cacheMemory.isNegative(), "cache-memory", "0 or more", cacheMemory);
        require(storeMemory.toMegabytes() >= 8, "store-memory", "at least 8MB", storeMemory);
        requirePositive("broker-timeout", brokerTimeout);
        requirePositive("close-timeout", closeTimeout);
        requirePositive("restart-backoff", restartBackoff);
        require(
                longestBackoff.compareTo(restartBackoff) >= 0,
                "longest-backoff",
                "at least csa.analytics.restart-backoff",
                longestBackoff);
        requirePositive("restart-window", restartWindow);
    }

    private static void requirePositive(String key, Duration value) {
        require(value.toMillis() > 0, key, "at least 1ms", value);
    }

    private static void require(boolean valid, String key, String rule, Object value) {
        if (!valid) {
            throw new IllegalArgumentException("csa.analytics." + key + " must be " + rule + ", was '" + value + "'");
        }
    }
}
