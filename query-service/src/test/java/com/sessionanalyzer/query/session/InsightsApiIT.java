package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.query.live.LiveStream;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.testing.TestPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InsightsApiIT {

    private static final String ORGANIZATION = "insights-api";

    private static RunningQueryService service;
    private static WrittenTopics topics;
    private static WrittenInsights insights;
    private static long changes = 1_000_000;

    @BeforeAll
    static void start() {
        service = RunningQueryService.start(ORGANIZATION, TestPostgres.newDatabase(), "--csa.query.live-connections=8");
        topics = new WrittenTopics();
        insights = new WrittenInsights(topics, ORGANIZATION);
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
    }

    @AfterEach
    void allConnectionsAreGivenBack() {
        LiveStream stream = service.bean(LiveStream.class);
        await().untilAsserted(() -> {
            insights.write(0, "acme.com", ++changes);
            assertThat(stream.connections()).isZero();
        });
    }

    @Test
    void answersTheNumbersOfAPositionInTheOrderOfTheSpecification() {
        Position second = insights.write(1, "second.example", 1);
        Position written = insights.write(0, "acme.com", 2);

        HttpResponse<String> answer = service.get(
                "/api/insights", Position.HEADER, written.and(second).toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(Position.HEADER))
                .hasValueSatisfying(position ->
                        assertThat(Position.parse(position).contains(written)).isTrue());
        assertThat(answer.body())
                .isEqualTo(
                        ("{'as_of':'2026-03-14T12:00:00Z','total_sessions_reviewed':9,'total_customers':2,'total_records':3,"
                                        + "'duplicate_customers':[{'customer':'acme.com','occurrences':2}],"
                                        + "'duplicate_customers_count':1,'region_distribution':{'EU':3},"
                                        + "'source_distribution':{'MySQL':3},'destination_distribution':{'BigQuery':3},"
                                        + "'regions_covered':1,'sources_covered':1,'destinations_covered':1,"
                                        + "'customers_by_region':{'EU':2},'customers_by_source':{'MySQL':2},"
                                        + "'customers_by_destination':{'BigQuery':2},"
                                        + "'combinations':[{'customer':'acme.com','source':'MySQL','destination':'BigQuery','count':2},"
                                        + "{'customer':'second.example','source':'MySQL','destination':'BigQuery','count':1}],"
                                        + "'combinations_count':2,'routes':[{'source':'MySQL','destination':'BigQuery','records':3}],"
                                        + "'uploads_by_date':[{'date':'2026-03-14','count':3}],'sessions_with_time_consumed':3,"
                                        + "'time_consumed_distribution':{'15':3},'daily_time_consumed':[{'date':'2026-03-14',"
                                        + "'total_minutes':45,'session_count':3,'hours':0.75}],"
                                        + "'total_time_consumed_minutes':45,'total_time_consumed_hours':0.75}")
                                .replace('\'', '"'));
    }

    @Test
    void shortensListsButNotTheirCounts() {
        Position written = insights.write(1, "second.example", 1).and(insights.write(0, "acme.com", 2));

        String body = service.get("/api/insights?limit=1&after=" + written).body();

        assertThat(body).contains("\"combinations_count\":2").doesNotContain("second.example");
    }

    @Test
    void waitsNoLongerThanItsPatienceForAPositionThatDoesNotCome() {
        HttpResponse<String> answer = service.get("/api/insights?after=5@99999999");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void movesOnWithARecordThatChangesNothing() {
        Position unchanged = insights.progress(2);

        HttpResponse<String> answer = service.get("/api/insights?after=" + unchanged);

        assertThat(Position.parse(answer.headers().firstValue(Position.HEADER).orElseThrow())
                        .contains(unchanged))
                .isTrue();
    }

    @Test
    void tellsTheNewestStateAtOnceAndThenEachChangeInOrder() throws IOException {
        insights.write(0, "acme.com", 1);
        try (StreamReader reader = new StreamReader(service.port())) {
            String first = reader.nextData();
            List<Long> versions = new ArrayList<>(List.of(reader.version()));

            for (long records = 100; records < 105; records++) {
                Position written = insights.write(0, "acme.com", records);
                service.get("/api/insights?after=" + written);
            }
            String data = first;
            while (!data.contains("\"acme.com\",\"occurrences\":104")) {
                data = reader.nextData();
                versions.add(reader.version());
            }

            assertThat(versions).isSorted().doesNotHaveDuplicates();
            assertThat(data).isEqualTo(service.get("/api/insights").body());
        }
    }

    @Test
    void isNotDelayedByAReaderThatDoesNotRead() throws IOException {
        List<Socket> deaf = new ArrayList<>();
        try (StreamReader reader = new StreamReader(service.port())) {
            for (int connection = 0; connection < 4; connection++) {
                deaf.add(deaf(service.port()));
            }
            reader.nextData();
            for (long round = 1; round <= 40; round++) {
                insights.write(0, "x".repeat(100_000) + round % 3, 1000 + round);
            }
            Position last = insights.write(0, "acme.com", 77);
            service.get("/api/insights?after=" + last);

            reader.setPatience(Duration.ofSeconds(10));
            String data = reader.nextData();
            while (!data.contains("\"acme.com\",\"occurrences\":77")) {
                data = reader.nextData();
            }
            for (int number = 0; number < 3; number++) {
                insights.remove(0, "x".repeat(100_000) + number);
            }
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
        }
    }

    @Test
    void refusesMoreConnectionsThanThereArePlaces() throws IOException {
        List<StreamReader> readers = new ArrayList<>();
        try {
            for (int connection = 0; connection < 8; connection++) {
                StreamReader reader = new StreamReader(service.port());
                reader.nextData();
                readers.add(reader);
            }

            HttpResponse<String> refused = service.get("/api/insights/stream");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        } finally {
            for (StreamReader reader : readers) {
                reader.close();
            }
        }
    }

    private static Socket deaf(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2048);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        OutputStream out = socket.getOutputStream();
        out.write("GET /api/insights/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }
}
