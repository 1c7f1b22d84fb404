package com.sessionanalyzer.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Protects a web service that has no credentials yet: this machine only, own pages only, one organization. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties({OrganizationProperties.class, ExposureProperties.class, ServerProperties.class})
public class SecurityConfiguration {

    /** What an answer may load and who may frame it. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The organization of everything that comes without credentials. */
    @Bean
    Organization configuredOrganization(OrganizationProperties properties) {
        return properties.organization();
    }

    @Bean
    Caller caller(Organization configuredOrganization) {
        return new Caller() {
            @Override
            public Organization organization(HttpServletRequest request) {
                return configuredOrganization;
            }

            @Override
            public Actor actor(HttpServletRequest request) {
                return Actor.ANONYMOUS;
            }
        };
    }

    @Bean
    WebMvcConfigurer callerArguments(Caller caller) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver<>(Organization.class, caller::organization));
                resolvers.add(new CallerArgumentResolver<>(Actor.class, caller::actor));
            }
        };
    }

    @Bean
    LoopbackGuard loopbackGuard(ServerProperties server, ExposureProperties exposure) {
        return new LoopbackGuard(server.getAddress(), exposure);
    }

    @Bean
    AuthenticationManager noCredentials() {
        return authentication -> {
            throw new BadCredentialsException("no credentials are configured");
        };
    }

    /** Every filter of the chain as a step of its own would cost a post more than reading its record. */
    @Bean
    SecurityObservationSettings requestsAreObservedAsAWhole() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, ExposureProperties exposure) {
        Refusals refusals = new Refusals();
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .servletApi(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(exceptions -> exceptions
                        .accessDeniedHandler(refusals)
                        .authenticationEntryPoint((request, response, e) -> refusals.handle(
                                request, response, new RefusedRequestException("You may not do this."))))
                .addFilterAfter(new RequestSourceFilter(refusals, exposure.trustedNetwork()), HeaderWriterFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .ignoringRequestMatchers(
                                request -> request.getRequestURI().startsWith("/api/")))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csa-csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
        return tokens;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
