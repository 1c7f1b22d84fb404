package com.sessionanalyzer.standalone.start;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What gives memory back that the process does not need. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MemoryProperties.class)
class MemoryConfiguration {

    @Bean
    UnusedHeap unusedHeap(MemoryProperties properties) {
        return new UnusedHeap(new HotSpotHeap(), properties.quiet());
    }
}
