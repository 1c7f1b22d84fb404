package com.sessionanalyzer.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the way in.
 *
 * @param maxBody        largest body of a post
 * @param maxRecords     most records in one post
 */
@ConfigurationProperties("csa.ingest")
public record IngestProperties(
        @DefaultValue("2MB") DataSize maxBody,
        @DefaultValue("1000") int maxRecords) {

    private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(64);

    public IngestProperties {
        require(
                maxBody.toBytes() >= 1 && maxBody.compareTo(LARGEST_BODY) <= 0,
                "csa.ingest.max-body must be between 1B and 64MB, was " + maxBody);
        require(maxRecords >= 1, "csa.ingest.max-records must be at least 1, was " + maxRecords);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
