package com.sessionanalyzer.ingest;

import com.sessionanalyzer.ingest.body.BodyLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of bulk posts.
 *
 * @param maxPosts     bulk posts at once, dry runs too; more are asked to come again
 * @param maxContent   most bytes of one post, unpacked
 * @param maxRatio     most unpacked bytes for each packed one, in content of more than 100 MB
 * @param maxRecord    most bytes of one record
 * @param minRate      fewest bytes a second that a sender is waited for
 * @param patience     how long a sender may be slower, or silent
 * @param parsers      threads that read records, for all bulk posts together
 * @param chunkRecords most records that are settled together
 * @param chunkBytes   most bytes that are settled together
 * @param chunkTime    longest that a record waits for others to be settled with
 */
@ConfigurationProperties("csa.ingest.bulk")
public record BulkProperties(
        @DefaultValue("4") int maxPosts,
        @DefaultValue("1TB") DataSize maxContent,
        @DefaultValue("200") int maxRatio,
        @DefaultValue("1MB") DataSize maxRecord,
        @DefaultValue("100B") DataSize minRate,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("2") int parsers,
        @DefaultValue("10000") int chunkRecords,
        @DefaultValue("4MB") DataSize chunkBytes,
        @DefaultValue("200ms") Duration chunkTime) {

    private static final DataSize FREE_OF_RATIO = DataSize.ofMegabytes(100);
    private static final DataSize LARGEST_RECORD = DataSize.ofMegabytes(1);
    private static final Duration SHORTEST_CHUNK_TIME = Duration.ofMillis(10);

    public BulkProperties {
        require(maxPosts >= 1, "max-posts must be at least 1, was " + maxPosts);
        require(maxContent.toBytes() >= 1, "max-content must be at least 1B, was " + maxContent);
        require(maxRatio >= 1, "max-ratio must be at least 1, was " + maxRatio);
        require(
                maxRecord.toBytes() >= 1 && maxRecord.compareTo(LARGEST_RECORD) <= 0,
                "max-record must be between 1B and 1MB, was " + maxRecord);
        require(!minRate.isNegative(), "min-rate must not be negative, was " + minRate);
        require(patience.compareTo(Duration.ZERO) > 0, "patience must be positive, was " + patience);
        require(parsers >= 1, "parsers must be at least 1, was " + parsers);
        require(chunkRecords >= 1, "chunk-records must be at least 1, was " + chunkRecords);
        require(chunkBytes.toBytes() >= 1, "chunk-bytes must be at least 1B, was " + chunkBytes);
        require(chunkTime.compareTo(SHORTEST_CHUNK_TIME) >= 0, "chunk-time must be at least 10ms, was " + chunkTime);
    }

    /** What bodies are bounded by. */
    public BodyLimits limits() {
        return new BodyLimits(maxContent.toBytes(), maxRatio, FREE_OF_RATIO.toBytes(), minRate.toBytes(), patience);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("csa.ingest.bulk." + sentence);
        }
    }
}
