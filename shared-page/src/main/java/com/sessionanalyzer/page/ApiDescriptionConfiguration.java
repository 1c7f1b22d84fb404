package com.sessionanalyzer.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI description of every service says in the same way: names in snake case, problems, one address. */
@Configuration(proxyBeanMethods = false)
public class ApiDescriptionConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Organization.class, Actor.class);
    }

    @Bean
    OpenAPI apiDescription() {
        return new OpenAPI()
                .info(new Info()
                        .title("Customer Session Analyzer")
                        .description("Records of reviewed customer sessions, and what they add up to.")
                        .version("1"))
                .addServersItem(new Server().url("/").description("This server"));
    }

    @Bean
    ModelResolver apiNames(ObjectMapperProvider mappers) {
        ObjectMapper snakeCase =
                mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(snakeCase).openapi31(mappers.isOpenapi31());
    }

    @Bean
    OpenApiCustomizer apiProblems() {
        return new ProblemDescription();
    }
}
