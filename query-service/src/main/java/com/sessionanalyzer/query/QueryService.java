package com.sessionanalyzer.query;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The query service as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(QueryConfiguration.class)
public class QueryService {

    public static void main(String... arguments) {
        new SpringApplicationBuilder(QueryService.class)
                .properties("spring.config.name=query-service")
                .run(arguments);
    }
}
