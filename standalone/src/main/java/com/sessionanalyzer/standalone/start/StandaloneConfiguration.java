package com.sessionanalyzer.standalone.start;

import com.sessionanalyzer.analytics.AnalyticsConfiguration;
import com.sessionanalyzer.ingest.IngestConfiguration;
import com.sessionanalyzer.query.QueryConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** All services in one context, on one port. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    DiskConfiguration.class,
    MemoryConfiguration.class,
    IngestConfiguration.class,
    AnalyticsConfiguration.class,
    QueryConfiguration.class
})
class StandaloneConfiguration {}
