package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.PageConfiguration;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.security.SecurityConfiguration;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The pages alone, with invented data that changes every few seconds; {@code main} serves them for looking at. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({SecurityConfiguration.class, PageConfiguration.class, SessionPagesConfiguration.class, PagesPreview.Api.class})
class PagesPreview {

    private static final List<String> REGIONS = List.of("EU", "US", "India");

    public static void main(String[] arguments) {
        new SpringApplication(PagesPreview.class)
                .run(
                        "--server.port=5099",
                        "--csa.organization.name=Acme Analytics",
                        "--csa.organization.time-zone=Europe/Prague");
    }

    @Bean
    FixedInsights fixedInsights() {
        return new FixedInsights();
    }

    @Bean
    FixedSnapshot fixedSnapshot() {
        return new FixedSnapshot();
    }

    @Bean
    FilteredInsightsReader fixedFilteredInsights(FixedInsights insights, FixedSnapshot snapshot) {
        return new FixedFilteredInsights(insights, snapshot);
    }

    @Bean
    FixedMergedNames merged() {
        return new FixedMergedNames();
    }

    @Bean
    FixedQueries queries(FixedInsights insights, FixedSnapshot snapshot) {
        return new FixedQueries(insights, snapshot);
    }

    @Bean
    Clock previewClock() {
        return Clock.fixed(FixedInsights.AS_OF, ZoneOffset.UTC);
    }

    @Bean
    FixedCustomers fixedCustomers() {
        return new FixedCustomers();
    }

    @Bean
    FixedRows fixedRows() {
        return new FixedRows(47);
    }

    @Bean
    FixedViews fixedViews() {
        return new FixedViews();
    }

    @Bean
    FixedOpenRejections fixedOpenRejections() {
        return new FixedOpenRejections();
    }

    @Bean
    SpringResourceTemplateResolver inputTemplates() {
        SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
        templates.setPrefix("file:../ingest-service/src/main/resources/templates/");
        templates.setSuffix(".html");
        templates.setCheckExistence(true);
        templates.setCacheable(false);
        templates.setOrder(1);
        return templates;
    }

    /** What the pages ask other parts for. */
    @Controller
    static class Api {

        private final FixedInsights insights;
        private final JsonMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();

        Api(FixedInsights insights) {
            this.insights = insights;
        }

        @GetMapping(path = "/api/insights", produces = MediaType.APPLICATION_JSON_VALUE)
        @ResponseBody
        String insights() {
            return json.writeValueAsString(insights.current);
        }

        @GetMapping("/api/insights/stream")
        SseEmitter stream() {
            SseEmitter emitter = new SseEmitter(0L);
            AtomicInteger step = new AtomicInteger();
            var clock = Executors.newSingleThreadScheduledExecutor();
            emitter.onCompletion(clock::shutdown);
            Future<?> sending =
                    clock.scheduleAtFixedRate(() -> send(emitter, step.incrementAndGet()), 0, 3, TimeUnit.SECONDS);
            emitter.onError(failure -> sending.cancel(true));
            return emitter;
        }

        private void send(SseEmitter emitter, int step) {
            try {
                emitter.send(SseEmitter.event()
                        .name("insights")
                        .data(json.writeValueAsString(FixedInsights.filled(step)), MediaType.TEXT_PLAIN));
            } catch (IOException | IllegalStateException gone) {
                emitter.complete();
            }
        }

        @GetMapping("/input")
        String input(@RequestParam(defaultValue = "") String state, Model model) {
            model.addAttribute("input", state.isEmpty() ? Input.empty() : Input.rejected(state));
            return "session/input";
        }
    }

    /** Stands for the input page's model, which another module has. */
    record Input(
            String mode,
            Form form,
            Map<String, String> fieldErrors,
            String text,
            List<Result> results,
            @Nullable String error) {

        public List<String> regions() {
            return REGIONS;
        }

        static Input empty() {
            return new Input(
                    "form", new Form("", "", "", "", "", "", "", "", "", "", ""), Map.of(), "", List.of(), null);
        }

        static Input rejected(String mode) {
            return new Input(
                    mode,
                    new Form("acme.com", "EU", "many", "", "BQ", "25", "Two\nlines", "on", "other", "ftp://x", "why"),
                    Map.of(
                            "sessions",
                            "Sessions must be a whole number from 1 to 100,000.",
                            "source",
                            "Source is missing.",
                            "highlight_url",
                            "The link must start with http:// or https://."),
                    mode.equals("text") ? "Customer: b.com\nRegion: EU\nSessions: x" : "",
                    mode.equals("text")
                            ? List.of(
                                    new Result(
                                            1,
                                            true,
                                            "acme.com",
                                            FixedRows.FIRST.toString(),
                                            List.of("Time Consumed 500 is not in 1..120 and was left out.")),
                                    new Result(
                                            7,
                                            false,
                                            "b.com",
                                            null,
                                            List.of("Sessions must be digits.", "Source is missing.")))
                            : List.of(),
                    mode.equals("text")
                            ? "One of two records was rejected."
                            : "Please correct the fields marked below.");
        }
    }

    record Form(
            String customer,
            String region,
            String sessions,
            String source,
            String destination,
            String timeConsumed,
            String observation,
            String hasHighlight,
            String highlightType,
            String highlightUrl,
            String highlightDetails) {

        public boolean highlighted() {
            return hasHighlight.equals("on");
        }
    }

    record Result(
            int line,
            boolean recorded,
            String customer,
            @Nullable String id,
            List<String> messages) {}
}
