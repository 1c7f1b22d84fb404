package com.sessionanalyzer.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Serves styles and scripts below {@code /assets}, with a hash of their content in the name, for browsers to keep. */
final class Assets {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private Assets() {}

    static void register(ResourceHandlerRegistry registry) {
        serve(registry, "/assets/vendor/**", Webjar.distribution("htmx.org"), Webjar.distribution("echarts"));
        serve(registry, "/assets/**", "classpath:/assets/");
    }

    private static void serve(ResourceHandlerRegistry registry, String pattern, String... locations) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(locations)
                .setCacheControl(FOREVER)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
