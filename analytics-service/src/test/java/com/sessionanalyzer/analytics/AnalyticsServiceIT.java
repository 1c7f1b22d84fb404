package com.sessionanalyzer.analytics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.testing.TestKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as a process of its own, with its own defaults. */
class AnalyticsServiceIT {

    @TempDir
    Path directory;

    @Test
    void saysThatItWorksAndNothingElse() throws Exception {
        try (ConfigurableApplicationContext service = start()) {
            await().untilAsserted(() -> assertThat(get(service, "/actuator/health"))
                    .satisfies(health -> assertThat(health.statusCode()).isEqualTo(200))
                    .satisfies(health -> assertThat(health.body()).contains("\"session-analytics\":\"RUNNING\"")));
            assertThat(get(service, "/actuator/env").statusCode()).isEqualTo(404);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(AnalyticsService.class)
                .run(
                        "--spring.config.name=analytics-service",
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--csa.analytics.state-dir=" + directory,
                        "--server.port=0");
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext service, String path)
            throws IOException, InterruptedException {
        int port = requireNonNull(((WebServerApplicationContext) service).getWebServer())
                .getPort();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
