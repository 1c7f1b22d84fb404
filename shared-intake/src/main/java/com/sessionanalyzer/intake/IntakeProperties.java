package com.sessionanalyzer.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the way to the log, which every service that writes records shares.
 *
 * @param partitions     of each topic; decides where a customer's records are, so it can never change
 * @param publishTimeout for a post to be safe in Kafka; later it is answered as unavailable
 * @param startTimeout   for Kafka's first answer
 * @param maxMessage     largest message that is published
 * @param instance       name of this instance, another for each that runs at the same time, the same after a restart
 */
@ConfigurationProperties("csa.intake")
public record IntakeProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("2s") Duration publishTimeout,
        @DefaultValue("30s") Duration startTimeout,
        @DefaultValue("2MB") DataSize maxMessage,
        @DefaultValue("intake") String instance) {

    private static final Duration SHORTEST_PUBLISH_TIMEOUT = Duration.ofMillis(300);
    private static final DataSize LARGEST_MESSAGE = DataSize.ofMegabytes(64);

    public IntakeProperties {
        require(partitions >= 1, "csa.intake.partitions must be at least 1, was " + partitions);
        require(
                publishTimeout.compareTo(SHORTEST_PUBLISH_TIMEOUT) >= 0,
                "csa.intake.publish-timeout must be at least 300ms, was " + publishTimeout);
        require(startTimeout.compareTo(Duration.ZERO) > 0, "csa.intake.start-timeout must be positive");
        require(
                maxMessage.toBytes() >= 1 && maxMessage.compareTo(LARGEST_MESSAGE) <= 0,
                "csa.intake.max-message must be between 1B and 64MB, was " + maxMessage);
        require(!instance.isBlank(), "csa.intake.instance must not be blank");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
