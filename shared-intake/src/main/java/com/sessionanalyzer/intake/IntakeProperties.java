package com.sessionanalyzer.intake;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the way to the log, which every service that writes records shares.
 *
 * @param partitions     of each topic; decides where a customer's records are, so it can never change
 * @param publishTimeout for a post to be safe in Kafka; later it is answered as unavailable
 * @param bulkTimeout    for a transaction of large batches
 * @param bulkWriters    how many transactions of large batches there are at a time
 * @param maxTransaction bytes of records from which a transaction takes no further batch
 * @param startTimeout   for Kafka's first answer
 * @param maxMessage     largest message that is published
 * @param instance       name of this instance, another for each that runs at the same time, the same after a restart
 * @param stateDir       directory of the table of deliveries, which can be lost: it is read from its topic again
 */
@ConfigurationProperties("csa.intake")
public record IntakeProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("2s") Duration publishTimeout,
        @DefaultValue("20s") Duration bulkTimeout,
        @DefaultValue("2") int bulkWriters,
        @DefaultValue("8MB") DataSize maxTransaction,
        @DefaultValue("30s") Duration startTimeout,
        @DefaultValue("2MB") DataSize maxMessage,
        @DefaultValue("intake") String instance,
        @DefaultValue("./data/intake") Path stateDir) {

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(300);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);
    private static final DataSize LARGEST_MESSAGE = DataSize.ofMegabytes(64);
    private static final int MOST_WRITERS = 64;

    public IntakeProperties {
        require(partitions >= 1, "csa.intake.partitions must be at least 1, was " + partitions);
        requireTimeout("publish-timeout", publishTimeout);
        requireTimeout("bulk-timeout", bulkTimeout);
        require(
                bulkWriters >= 1 && bulkWriters <= MOST_WRITERS,
                "csa.intake.bulk-writers must be in 1..64, was " + bulkWriters);
        require(maxTransaction.toBytes() >= 1, "csa.intake.max-transaction must be at least 1B, was " + maxTransaction);
        require(startTimeout.compareTo(Duration.ZERO) > 0, "csa.intake.start-timeout must be positive");
        require(
                maxMessage.toBytes() >= 1 && maxMessage.compareTo(LARGEST_MESSAGE) <= 0,
                "csa.intake.max-message must be between 1B and 64MB, was " + maxMessage);
        require(!instance.isBlank(), "csa.intake.instance must not be blank");
    }

    private static void requireTimeout(String name, Duration timeout) {
        require(
                timeout.compareTo(SHORTEST_TIMEOUT) >= 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
                "csa.intake." + name + " must be between 300ms and 10m, was " + timeout);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
