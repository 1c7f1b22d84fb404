package com.sessionanalyzer.query;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.testing.TestKafka;
import com.sessionanalyzer.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The query service as its main starts it, on a free port, with the broker and the database of the test run. Services of several
 * classes live beside each other with a database of each, though one log is to have one database: none looks after merges by
 * itself unless it is told to, since it would move what another class is just moving.
 */
public final class RunningQueryService implements AutoCloseable {

    private static final String STATE = "--csa.query.state-dir=";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningQueryService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningQueryService start(String organization, String database, String... more) {
        return startAt(TestKafka.bootstrapServers(), organization, database, more);
    }

    public static RunningQueryService startAt(
            String bootstrapServers, String organization, String database, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--csa.organization.slug=" + organization,
                "--csa.query.group=" + organization,
                "--csa.intake.instance=" + organization,
                "--csa.intake.state-dir=" + temporaryDirectory(),
                "--csa.query.retry=200ms",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + TestPostgres.username(),
                "--spring.datasource.password=" + TestPostgres.password(),
                "--spring.datasource.hikari.minimum-idle=1"));
        arguments.addAll(List.of(more));
        if (arguments.stream().noneMatch(argument -> argument.startsWith(STATE))) {
            arguments.add(STATE + temporaryDirectory());
        }
        return new RunningQueryService(new SpringApplicationBuilder(QueryService.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=query-service", "csa.query.merge-interval=1d")
                .run(arguments.toArray(String[]::new)));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "intake");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    public HttpResponse<String> put(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> post(String path, String form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> postJson(String path, String json) {
        return send(request(path, "Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
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
    public void close() {
        context.close();
    }
}
