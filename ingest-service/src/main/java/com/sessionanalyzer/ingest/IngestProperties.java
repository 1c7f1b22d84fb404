package com.sessionanalyzer.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the way in.
 *
 * @param partitions     of each topic; decides where a customer's records are, so it can never change
 * @param maxBody        largest body of a post
 * @param maxRecords     most records in one post
 * @param publishTimeout for a post to be safe in Kafka; later it is answered as unavailable
 * @param startTimeout   for Kafka's first answer
 * @param instance       name of this instance, another for each that runs at the same time, the same after a restart
 */
@ConfigurationProperties("csa.ingest")
public record IngestProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("1000") int maxRecords,
        @DefaultValue("2s") Duration publishTimeout,
        @DefaultValue("30s") Duration startTimeout,
        @DefaultValue("ingest") String instance) {

    private static final Duration SHORTEST_PUBLISH_TIMEOUT = Duration.ofMillis(300);
    private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(64);

    public IngestProperties {
        require(partitions >= 1, "csa.ingest.partitions must be at least 1, was " + partitions);
        require(
                maxBody.toBytes() >= 1 && maxBody.compareTo(LARGEST_BODY) <= 0,
                "csa.ingest.max-body must be between 1B and 64MB, was " + maxBody);
        require(maxRecords >= 1, "csa.ingest.max-records must be at least 1, was " + maxRecords);
        require(
                publishTimeout.compareTo(SHORTEST_PUBLISH_TIMEOUT) >= 0,
                "csa.ingest.publish-timeout must be at least 300ms, was " + publishTimeout);
        require(startTimeout.compareTo(Duration.ZERO) > 0, "csa.ingest.start-timeout must be positive");
        require(!instance.isBlank(), "csa.ingest.instance must not be blank");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
