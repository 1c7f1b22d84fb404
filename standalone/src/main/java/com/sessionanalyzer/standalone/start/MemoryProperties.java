package com.sessionanalyzer.standalone.start;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the memory of {@code csa start}.
 *
 * @param quiet time without any collection after which a heap that has grown is collected as a whole and made smaller
 */
@ConfigurationProperties("csa.memory")
public record MemoryProperties(@DefaultValue("1m") Duration quiet) {

    private static final Duration LEAST = Duration.ofSeconds(1);

    public MemoryProperties {
        if (quiet.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("csa.memory.quiet must be 1s or more, was " + quiet);
        }
    }
}
