package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.ingest.MemoryIngest;
import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with a log in memory that is posted to in bulk. */
@SpringBootTest(
        classes = MemoryIngest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=ingest-service")
abstract class BulkTest {

    static final String NDJSON = "application/x-ndjson";

    @Autowired
    MemoryLog log;

    HttpPosts posts;

    @BeforeEach
    void setUp(@LocalServerPort int port) {
        log.clear();
        posts = new HttpPosts(port);
    }

    /** Other classes use the same log. */
    @AfterEach
    void openLog() {
        log.available(true);
    }

    List<SessionRecord> records() {
        return log.messages(SessionTopics.RECORDS).stream()
                .map(message -> SessionRecordCodec.decode(message.value()))
                .toList();
    }

    List<String> customers() {
        return records().stream().map(session -> session.customer().spelling()).toList();
    }

    List<String> ids() {
        return records().stream().map(session -> session.id().toString()).toList();
    }

    static List<Integer> totals(HttpResponse<String> answer) {
        JsonNode body = HttpPosts.read(answer);
        return List.of(
                body.path("received").asInt(-1),
                body.path("recorded").asInt(-1),
                body.path("replayed").asInt(-1),
                body.path("rejected").asInt(-1));
    }

    static List<JsonNode> lines(HttpResponse<String> answer) {
        JsonMapper json = new JsonMapper();
        return answer.body().lines().map(json::readTree).toList();
    }

    static Map<String, String> key(String key) {
        return Map.of("Idempotency-Key", key);
    }

    static Map<String, String> packedKey(String key) {
        return Map.of("Idempotency-Key", key, "Content-Encoding", "gzip");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
