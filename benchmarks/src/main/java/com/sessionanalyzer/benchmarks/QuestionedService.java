package com.sessionanalyzer.benchmarks;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.QueryService;
import com.sessionanalyzer.query.session.MeasuredCube;
import com.sessionanalyzer.schema.OrganizationId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The query service in this process, on a free port, with a broker and a database without records. */
final class QuestionedService implements AutoCloseable {

    private static final int OK = 200;

    private final StartedJvm broker;
    private final MeasuredDatabase database;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private QuestionedService(Path directory) throws IOException, InterruptedException {
        broker = Broker.start(directory);
        broker.await(() -> !Broker.bootstrapServers(broker).isEmpty());
        database = MeasuredDatabase.start(directory.resolve("postgres"));
        context = new SpringApplicationBuilder(QueryService.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=query-service")
                .run(
                        "--server.port=0",
                        "--csa.organization.slug=default",
                        "--csa.intake.state-dir=" + Files.createDirectories(directory.resolve("intake")),
                        "--csa.query.state-dir=" + directory.resolve("query"),
                        "--spring.kafka.bootstrap-servers=" + Broker.bootstrapServers(broker),
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password());
    }

    static QuestionedService start(Path directory) throws IOException, InterruptedException {
        return new QuestionedService(directory);
    }

    /** Its cube, once it is loaded. */
    MeasuredCube cube(OrganizationId organization) throws InterruptedException, IOException {
        MeasuredCube cube = MeasuredCube.of(context, organization);
        broker.await(cube::isReady);
        return cube;
    }

    /** The answer's body. */
    byte[] ask(Question question) {
        URI address = URI.create("http://127.0.0.1:" + port() + "/api/insights/query?" + question.address());
        try {
            HttpResponse<byte[]> answer =
                    http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(address + " was answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private int port() {
        return requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        context.close();
        database.close();
        broker.close();
    }
}
