package com.sessionanalyzer.standalone.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.Commands;
import com.sessionanalyzer.testing.TestKafka;
import com.sessionanalyzer.testing.TestPostgres;
import com.sessionanalyzer.testing.process.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Instances share partitions out while clients work: when some come and go, and when all join anew again and again. */
class SharedWorkIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ROWS_GROUP = "csa-query-" + SessionTopics.RECORDS;
    private static final int REBALANCES = 5;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path directory;

    private static Split split;

    @BeforeAll
    static void start() throws IOException {
        split = new Split(directory);
        split.start("minimal");
    }

    @AfterAll
    static void stop() throws IOException {
        split.close();
    }

    @Test
    void sharesTheWorkWithInstancesThatComeAndGoAndNeitherLosesNorDoublesARecord() throws Exception {
        long before = records(split.query, Split.position(split.post("before.example", 1)));
        try (Shares shares = new Shares(TestKafka.bootstrapServers());
                Traffic traffic = new Traffic(TestKafka.bootstrapServers(), List.of(split.ingest))) {
            List<ServiceProcess> more = split.more();
            more.forEach(ServiceProcess::awaitReady);
            traffic.to(List.of(split.ingest, more.get(0)));
            awaitShares(shares, SessionTopics.COUNTING_GROUP, "local", "more-analytics");
            awaitShares(shares, ROWS_GROUP, "query", "more-query");
            awaitShares(shares, SessionTopics.SUBMISSIONS_GROUP, "ingest", "more-ingest");
            Position soFar = traffic.position();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(List.of(records(split.query, soFar), records(more.get(2), soFar)))
                            .allSatisfy(records -> assertThat(records).isGreaterThan(before)));

            more.get(0).terminate();
            more.get(1).kill();
            more.get(2).terminate();
            awaitShares(shares, SessionTopics.COUNTING_GROUP, "local");
            awaitShares(shares, ROWS_GROUP, "query");
            awaitShares(shares, SessionTopics.SUBMISSIONS_GROUP, "ingest");
            int whenAlone = traffic.records();
            await().atMost(PATIENCE).until(() -> traffic.records() > whenAlone + 50);
            traffic.stop();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(records(split.query, traffic.position()) - before)
                            .isEqualTo(traffic.records()));
            assertThat(verified()).contains("All equal.");
        }
    }

    @Test
    void goesOnThroughARebalanceOfEveryGroupEveryFewSeconds() throws Exception {
        Map<String, String> groups = Map.of(
                SessionTopics.COUNTING_GROUP, "local", ROWS_GROUP, "query", SessionTopics.SUBMISSIONS_GROUP, "ingest");
        long before = records(split.query, Split.position(split.post("shared-out.example", 1)));
        try (Shares shares = new Shares(TestKafka.bootstrapServers());
                Traffic traffic = new Traffic(TestKafka.bootstrapServers(), List.of(split.ingest))) {
            groups.forEach((group, instance) -> awaitShares(shares, group, instance));
            for (int i = 0; i < REBALANCES; i++) {
                groups.keySet().forEach(shares::shareOutAgain);
                groups.forEach((group, instance) -> awaitShares(shares, group, instance));
                assertThat(split.services())
                        .allSatisfy(
                                service -> assertThat(service.status("/readyz")).isEqualTo(200));
            }
            traffic.stop();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(records(split.query, traffic.position()) - before)
                            .isEqualTo(traffic.records()));
            assertThat(verified()).contains("All equal.");
        }
    }

    /** Each of these has partitions, and together they have every one. */
    private static void awaitShares(Shares shares, String group, String... instances) {
        await("shares of " + group).atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Integer> found = shares.of(group);
            assertThat(found).containsOnlyKeys(instances);
            assertThat(found.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(6);
        });
    }

    private static long records(ServiceProcess query, Position after) {
        HttpResponse<String> answer = split.send(HttpRequest.newBuilder(query.uri("/api/insights"))
                .timeout(PATIENCE)
                .header(Position.HEADER, after.toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Split.position(answer).contains(after)).isTrue();
        return JSON.readTree(answer.body()).get("total_records").asLong();
    }

    private static String verified() {
        return Commands.verify(
                0,
                "--url",
                split.query.uri("").toString(),
                "--bootstrap-servers",
                TestKafka.bootstrapServers(),
                "--jdbc-url",
                split.database,
                "--jdbc-user",
                TestPostgres.username(),
                "--jdbc-password",
                TestPostgres.password());
    }
}
