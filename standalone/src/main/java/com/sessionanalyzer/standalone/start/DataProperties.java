package com.sessionanalyzer.standalone.start;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the data directory of {@code csa start}.
 *
 * @param dir     where everything is kept
 * @param minFree space on its disk below which no more records are taken, so that what is under way still fits
 */
@ConfigurationProperties("csa.data")
public record DataProperties(
        @DefaultValue("./data") Path dir,
        @DefaultValue("256MB") DataSize minFree) {

    public DataProperties {
        if (minFree.isNegative()) {
            throw new IllegalArgumentException("csa.data.min-free must be 0B or more, was " + minFree);
        }
    }
}
