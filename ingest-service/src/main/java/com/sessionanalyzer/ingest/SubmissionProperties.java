package com.sessionanalyzer.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of reading what other producers write to the topic of submissions.
 *
 * @param enabled     whether this instance reads it
 * @param group       consumer group, which all instances share
 * @param maxUnpacked largest content of a message, unpacked
 * @param batch       bytes of contents that are settled in one transaction
 * @param retry       pause after Kafka did not take what was read; after other failures it doubles, up to 30 seconds
 */
@ConfigurationProperties("csa.submissions")
public record SubmissionProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("csa-submissions") String group,
        @DefaultValue("32MB") DataSize maxUnpacked,
        @DefaultValue("8MB") DataSize batch,
        @DefaultValue("1s") Duration retry) {

    private static final DataSize LARGEST = DataSize.ofMegabytes(256);

    public SubmissionProperties {
        require(!group.isBlank(), "csa.submissions.group must not be blank");
        require(
                maxUnpacked.toBytes() >= 1 && maxUnpacked.compareTo(LARGEST) <= 0,
                "csa.submissions.max-unpacked must be between 1B and 256MB, was " + maxUnpacked);
        require(batch.toBytes() >= 1, "csa.submissions.batch must be at least 1B, was " + batch);
        require(retry.compareTo(Duration.ZERO) > 0, "csa.submissions.retry must be positive, was " + retry);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
