package com.sessionanalyzer.standalone.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What watches over the disk that everything is kept on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataProperties.class)
class DiskConfiguration {

    /** Every post asks, and each look is a call of the system. */
    private static final Duration LOOKED_AT = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(DiskConfiguration.class);

    @Bean
    DiskRoom diskRoomHealthIndicator(DataProperties properties) {
        return new DiskRoom(new Lately(() -> free(properties.dir()), LOOKED_AT), properties.minFree());
    }

    /** A disk that cannot be looked at has no room. A directory that is still to be made will be on the disk of those above it. */
    private static long free(Path directory) {
        try {
            return Files.getFileStore(existing(directory.toAbsolutePath())).getUsableSpace();
        } catch (IOException gone) {
            LOG.atError().setCause(gone).log("the disk of the data directory cannot be looked at");
            return 0;
        }
    }

    private static Path existing(Path directory) {
        Path parent = directory.getParent();
        return parent == null || Files.exists(directory) ? directory : existing(parent);
    }
}
