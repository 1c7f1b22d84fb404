package com.sessionanalyzer.query.request;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all questions to the API have in common. */
@Configuration(proxyBeanMethods = false)
public class RequestConfiguration {

    private static final String SERVICE = "com.sessionanalyzer.query";

    @Bean
    WebMvcConfigurer knownParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new KnownParameters(SERVICE)).addPathPatterns("/api/**");
            }
        };
    }
}
