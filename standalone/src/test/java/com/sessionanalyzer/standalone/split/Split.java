package com.sessionanalyzer.standalone.split;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.standalone.split.ProxyRoutes.Service;
import com.sessionanalyzer.testing.TestKafka;
import com.sessionanalyzer.testing.TestPostgres;
import com.sessionanalyzer.testing.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The three services as processes, on the broker and the database of the test run, behind one origin. */
final class Split implements AutoCloseable {

    final ServiceProcess ingest;
    final ServiceProcess analytics;
    final ServiceProcess query;
    final String database = TestPostgres.newDatabase();
    private final Path directory;
    private final OneOrigin origin;
    private final HttpClient http = HttpClient.newHttpClient();

    Split(Path directory) throws IOException {
        this.directory = directory;
        this.ingest = service("ingest-service", directory, Map.of());
        this.analytics = service("analytics-service", directory, Map.of());
        this.query = service("query-service", directory, rows());
        this.origin =
                new OneOrigin(ProxyRoutes.read(), Map.of(Service.INGEST, ingest.port(), Service.QUERY, query.port()));
    }

    private static ServiceProcess service(String name, Path directory, Map<String, String> more) throws IOException {
        Path home = Files.createDirectory(directory.resolve(name));
        ServiceProcess service = new ServiceProcess(name, home, more);
        service.set("SPRING_KAFKA_BOOTSTRAP_SERVERS", TestKafka.bootstrapServers());
        return service;
    }

    private Map<String, String> rows() {
        return Map.of(
                "SPRING_DATASOURCE_URL", database,
                "SPRING_DATASOURCE_USERNAME", TestPostgres.username(),
                "SPRING_DATASOURCE_PASSWORD", TestPostgres.password());
    }

    /** Another instance of each service, beside those behind the origin; started, and not yet ready. */
    List<ServiceProcess> more() throws IOException {
        Path beside = Files.createDirectory(directory.resolve("more"));
        List<ServiceProcess> more = List.of(
                service("ingest-service", beside, Map.of("CSA_INGEST_INSTANCE", "more-ingest")),
                service("analytics-service", beside, Map.of("CSA_ANALYTICS_INSTANCE_ID", "more-analytics")),
                service("query-service", beside, rows()));
        more.get(2).set("CSA_QUERY_INSTANCE", "more-query");
        more.forEach(service -> service.start("minimal"));
        return more;
    }

    List<ServiceProcess> services() {
        return List.of(ingest, analytics, query);
    }

    void start(String reference) {
        services().forEach(service -> service.start(reference));
        services().forEach(ServiceProcess::awaitReady);
    }

    int port() {
        return origin.port();
    }

    HttpResponse<String> post(String customer, int sessions) {
        String record = """
                {"customer": "%s", "region": "EU", "sessions": %d, "source": "MySQL", "destination": "BQ"}
                """.formatted(customer, sessions);
        return send(request("/api/upload")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(record)));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> postForm(String path, String form, String cookie) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    /** What an answer contains, or what was written for it. */
    static Position position(HttpResponse<String> answer) {
        return Position.parse(answer.headers().firstValue(Position.HEADER).orElseThrow());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        services().forEach(ServiceProcess::close);
        origin.close();
    }
}
