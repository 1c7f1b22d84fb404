package com.sessionanalyzer.query;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the query service.
 *
 * @param partitions       partitions of the session topics, the same in all services
 * @param group            consumer group, which all instances with the same database share
 * @param instance         name of this instance: another for each that runs at the same time, the same after a restart
 * @param stateDir         directory in which the numbers are kept, which can be lost: they are read from the topics again
 * @param patience         how long a read waits for a position, and a deletion for the table
 * @param maxWaiting       how many reads may wait at once; others are answered without waiting
 * @param kafkaTimeout     how long the start waits for Kafka
 * @param retry            pause before a reader that failed starts over
 * @param liveInterval     shortest time between two live frames of an organization
 * @param liveHeartbeat    time between two signs of life on an idle live connection
 * @param liveConnections  live connections at most
 * @param exports          exports of records that may run at once, each with a database connection of its own
 * @param mergeInterval    pause between two looks for records that came in under the name of a merged customer
 * @param mergeGrace       how long after an undone merge records are looked for that were on their way
 * @param listLimit        how many duplicates and combinations are listed when a request does not say
 * @param history          for how long what records said before a correction or deletion is kept, which is as far back as the
 *                         numbers can be seen as they stood
 */
@ConfigurationProperties("csa.query")
public record QueryProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("csa-query") String group,
        @DefaultValue("query") String instance,
        @DefaultValue("./data/query") Path stateDir,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("64") int maxWaiting,
        @DefaultValue("20s") Duration kafkaTimeout,
        @DefaultValue("5s") Duration retry,
        @DefaultValue("250ms") Duration liveInterval,
        @DefaultValue("15s") Duration liveHeartbeat,
        @DefaultValue("500") int liveConnections,
        @DefaultValue("4") int exports,
        @DefaultValue("2s") Duration mergeInterval,
        @DefaultValue("30s") Duration mergeGrace,
        @DefaultValue("1000") int listLimit,
        @DefaultValue("400d") Duration history) {

    public QueryProperties {
        if (group.isBlank()) {
            throw new IllegalArgumentException("csa.query.group must not be blank");
        }
        if (instance.isBlank()) {
            throw new IllegalArgumentException("csa.query.instance must not be blank");
        }
        requirePositive("partitions", partitions);
        requirePositive("max-waiting", maxWaiting);
        requirePositive("live-connections", liveConnections);
        requirePositive("exports", exports);
        requirePositive("list-limit", listLimit);
        requirePositive("patience", patience);
        requirePositive("kafka-timeout", kafkaTimeout);
        requirePositive("retry", retry);
        requirePositive("live-interval", liveInterval);
        requirePositive("live-heartbeat", liveHeartbeat);
        requirePositive("history", history);
        requirePositive("merge-interval", mergeInterval);
        requirePositive("merge-grace", mergeGrace);
    }

    private static void requirePositive(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("csa.query." + setting + " must be 1 or more, was " + value);
        }
    }

    private static void requirePositive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("csa.query." + setting + " must be longer than nothing, was " + value);
        }
    }
}
