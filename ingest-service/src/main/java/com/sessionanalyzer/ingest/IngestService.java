package com.sessionanalyzer.ingest;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The ingest service alone in its process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(IngestConfiguration.class)
public class IngestService {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(IngestService.class)
                .properties("spring.config.name=ingest-service")
                .run(arguments);
    }
}
