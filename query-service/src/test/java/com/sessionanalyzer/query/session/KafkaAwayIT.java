package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.embedded.LoopbackPort;
import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.query.cube.CubeHealth;
import com.sessionanalyzer.query.projection.ProjectionsHealth;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.testing.TestPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAwayIT {

    private static final String ORGANIZATION = "kafka-away";
    private static final Duration STOP = Duration.ofSeconds(9);

    private final int port = LoopbackPort.claim(0, "a broker that goes away");

    @TempDir
    Path directory;

    @Test
    void nothingIsDeletedWhileAllIsReadAsOfTheTimeBeforeAndItAllComesBackByItself() throws IOException {
        SessionRecord session = aSession().organization(ORGANIZATION).build();
        EmbeddedKafka kafka = EmbeddedKafka.start(directory, port);
        try (RunningQueryService service = start()) {
            await().untilAsserted(() -> assertThat(
                            record(service, session, add(session)).statusCode())
                    .isEqualTo(200));
            awaitNumbersThatAre("As of", "UP", service);

            kafka.close();
            HttpResponse<String> refused = service.delete("/api/sessions/" + session.id());
            HttpResponse<String> numbers = service.get("/api/insights");
            HttpResponse<String> row = record(service, session, Position.BEGINNING);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("/problems/unavailable");
            assertThat(numbers.statusCode()).isEqualTo(200);
            assertThat(row.statusCode()).isEqualTo(200);
            awaitNumbersThatAre("Not current, Kafka has not answered for", "DEGRADED", service);
            assertThat(service.get("/readyz").statusCode()).isEqualTo(200);
            try (StreamReader live = new StreamReader(service.port())) {
                assertThat(live.nextData()).contains("total_records");
                assertThat(live.nextData()).startsWith("{\"current\":false,\"silent_for_seconds\":");

                kafka = EmbeddedKafka.start(directory, port);
                assertThat(nextNews(live)).isEqualTo("{\"current\":true}");
            }
            awaitNumbersThatAre("As of", "UP", service);
            await().untilAsserted(() -> assertThat(
                            service.delete("/api/sessions/" + session.id()).statusCode())
                    .isEqualTo(200));
        } finally {
            kafka.close();
        }
    }

    /** Passes over what says again, with more seconds, that nothing is heard. */
    private static String nextNews(StreamReader live) throws IOException {
        String data = live.nextData();
        while (data.startsWith("{\"current\":false")) {
            data = live.nextData();
        }
        return data;
    }

    private static void awaitNumbersThatAre(String described, String status, RunningQueryService service) {
        await().untilAsserted(() -> {
            for (String page : List.of("/", "/insights", "/reports")) {
                assertThat(service.get(page, "Accept", "text/html").body()).contains(described);
            }
            assertThat(service.bean(CubeHealth.class).health().getStatus().getCode())
                    .isEqualTo(status);
            assertThat(service.bean(ProjectionsHealth.class)
                            .health()
                            .getStatus()
                            .getCode())
                    .isEqualTo(status);
        });
    }

    @Test
    void stopsInTimeWhenKafkaIsGoneForEver() {
        EmbeddedKafka kafka = EmbeddedKafka.start(directory, port);
        RunningQueryService service = start();
        kafka.close();

        long begin = System.nanoTime();
        service.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(STOP);
    }

    private RunningQueryService start() {
        return RunningQueryService.startAt(bootstrapServers(), ORGANIZATION, TestPostgres.newDatabase());
    }

    private Position add(SessionRecord session) {
        try (WrittenTopics topics = new WrittenTopics(bootstrapServers())) {
            return topics.add(session);
        }
    }

    private String bootstrapServers() {
        return LoopbackPort.ADDRESS + ":" + port;
    }

    private static HttpResponse<String> record(RunningQueryService service, SessionRecord session, Position after) {
        return service.get("/api/sessions/" + session.id() + "?after=" + after);
    }
}
