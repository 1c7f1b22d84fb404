package com.sessionanalyzer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class ObserveConfigurationTests {

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withUserConfiguration(ObserveConfiguration.class)
            .withBean(
                    "metrics", MeterRegistry.class, SimpleMeterRegistry::new, definition -> definition.setPrimary(true))
            .withBean(Clock.class, () -> Clock.SYSTEM);

    @Test
    void tracesNothingUntilToldWhere() {
        runner.run(context -> {
            assertThat(context).getBean(Traces.class).isSameAs(Traces.NONE);
            assertThat(context).doesNotHaveBean(OtlpMeterRegistry.class);
        });
    }

    @Test
    void givesLogsTheirTraceIdsWithoutACollector() {
        runner.withPropertyValues("csa.telemetry.trace-ids=true", "csa.telemetry.sampling=1")
                .run(context -> assertThat(context.getBean(Traces.class)
                                .request("GET", null)
                                .traceparent())
                        .isNotNull());
    }

    @Test
    void sendsTracesAndMetricsToTheCollector() throws IOException {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            runner.withPropertyValues(
                            "csa.telemetry.otlp=http://127.0.0.1:"
                                    + collector.getAddress().getPort(),
                            "csa.telemetry.sampling=1",
                            "csa.telemetry.interval=1s")
                    .run(context -> {
                        context.getBean(OtlpMeterRegistry.class)
                                .counter("asked")
                                .increment();
                        context.getBean(Traces.class).request("GET", null).close();
                    });
            await().untilAsserted(() -> assertThat(asked).containsExactlyInAnyOrder("/v1/metrics", "/v1/traces"));
        } finally {
            collector.stop(0);
        }
    }
}
