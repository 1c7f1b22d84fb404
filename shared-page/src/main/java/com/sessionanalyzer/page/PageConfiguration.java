package com.sessionanalyzer.page;

import com.sessionanalyzer.security.Caller;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import tools.jackson.databind.json.JsonMapper;

/** Assembles the frame of every page: navigation, assets, messages and problem answers. */
@Configuration(proxyBeanMethods = false)
@Import(SessionNavigation.class)
public class PageConfiguration {

    @Bean
    PageFrame pageFrame(List<NavigationEntry> navigation, Caller caller) {
        return new PageFrame(navigation, caller);
    }

    @Bean
    ProblemAnswers problemAnswers(PageFrame frame, JsonMapper json) {
        return new ProblemAnswers(frame, json);
    }

    @Bean
    ProblemPages problemPages(ProblemAnswers answers) {
        return new ProblemPages(answers);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests(JsonMapper json) {
        return server -> server.addContextCustomizers(
                context -> UnreadableRequests.answeredBy((StandardHost) context.getParent(), json));
    }

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> assetNames() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter = new FilterRegistrationBean<>(new AssetNamesFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    WebMvcConfigurer pages(PageFrame frame, ProblemAnswers answers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(frame);
            }

            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer formats) {
                formats.strategies(List.of(new ProblemReaders()));
            }

            @Override
            public void addViewControllers(ViewControllerRegistry pages) {
                pages.addRedirectViewController("/favicon.ico", "/assets/icon.svg");
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                Assets.register(registry);
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(Math.min(1, resolvers.size()), answers);
            }
        };
    }
}
