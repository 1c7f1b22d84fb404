package com.sessionanalyzer.standalone.start;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.standalone.metrics.MetricsPage;
import com.sessionanalyzer.testing.TestKafka;
import com.sessionanalyzer.testing.TestPostgres;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** What is seen from outside of a post on its way, and of all that is measured. */
class ObservedIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final InMemorySpanExporter KEPT = InMemorySpanExporter.create();

    @TempDir
    static Path directory;

    private static ConfigurableApplicationContext product;

    @BeforeAll
    static void start() {
        product = new SpringApplicationBuilder(StandaloneConfiguration.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("keptSpans", KEPT))
                .run(
                        "--spring.config.name=standalone",
                        "--server.port=0",
                        "--csa.telemetry.sampling=0",
                        "--csa.analytics.state-dir=" + directory.resolve("streams"),
                        "--csa.intake.state-dir=" + directory.resolve("intake"),
                        "--csa.query.state-dir=" + directory.resolve("query"),
                        "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                        "--spring.datasource.url=" + TestPostgres.newDatabase(),
                        "--spring.datasource.username=" + TestPostgres.username(),
                        "--spring.datasource.password=" + TestPostgres.password());
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void tracesAPostThroughKafkaToThePagesThatShowIt() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> live =
                HTTP.send(request("/api/insights/stream").build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(live.statusCode()).isEqualTo(200);

        assertThat(post("00-" + TRACE + "-b7ad6b7169203331-01").statusCode()).isEqualTo(201);

        try (Stream<String> lines = live.body()) {
            assertThat(lines.anyMatch(line -> line.startsWith(": traceparent 00-" + TRACE + "-")))
                    .isTrue();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(KEPT.getFinishedSpanItems())
                        .extracting(SpanData::getName)
                        .contains(
                                "POST /api/upload",
                                "publish session",
                                "fold session",
                                "count session",
                                "tell pages",
                                "write session-records"));
        assertThat(KEPT.getFinishedSpanItems()).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(parent("publish session")).isEqualTo(id("POST /api/upload"));
        assertThat(parent("fold session")).isEqualTo(id("publish session"));
        assertThat(parent("write session-records")).isEqualTo(id("publish session"));
        assertThat(parent("count session")).isEqualTo(id("fold session"));
        assertThat(parent("tell pages")).isEqualTo(id("count session"));
    }

    @Test
    void measuresWhatItsPageSaysAndNothingElse() throws IOException, InterruptedException {
        assertThat(post("").statusCode()).isEqualTo(201);

        await().atMost(PATIENCE).untilAsserted(() -> {
            String answer = metrics();
            Set<String> exposed = names(answer);
            assertThat(exposed).containsAll(MetricsPage.read().names());
            assertThat(MetricsPage.read().names())
                    .containsAll(exposed.stream()
                            .filter(name -> name.startsWith("csa_"))
                            .toList());
            assertThat(answer)
                    .containsPattern(
                            "http_server_requests_seconds_count\\{[^}]*method=\"POST\"[^}]*uri=\"/api/upload\"")
                    .contains("csa_intake_records_total{channel=\"api\",domain=\"session\",fate=\"recorded\"}");
        });
    }

    private static String metrics() throws IOException, InterruptedException {
        HttpResponse<String> metrics =
                HTTP.send(request("/actuator/prometheus").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(metrics.statusCode()).isEqualTo(200);
        return metrics.body();
    }

    private static Set<String> names(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", 4)[2])
                .filter(name -> !name.endsWith("_max"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static HttpResponse<String> post(String traceparent) throws IOException, InterruptedException {
        return HTTP.send(
                request("/api/upload")
                        .header("Content-Type", "application/json")
                        .header("traceparent", traceparent)
                        .POST(HttpRequest.BodyPublishers.ofString("""
                            {"customer": "traced.example", "region": "EU", "sessions": 1, "source": "MySQL", "destination": "BQ"}
                            """))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        int port = requireNonNull(((WebServerApplicationContext) product).getWebServer())
                .getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private static String parent(String name) {
        return span(name).getParentSpanId();
    }

    private static String id(String name) {
        return span(name).getSpanId();
    }

    private static SpanData span(String name) {
        return KEPT.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
