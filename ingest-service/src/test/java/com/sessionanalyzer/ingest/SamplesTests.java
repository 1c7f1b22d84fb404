package com.sessionanalyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every file of {@code samples/} is posted, and does what the documents say. */
@SpringBootTest(
        classes = MemoryIngest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=ingest-service")
class SamplesTests {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Set<String> POSTED_HERE = Set.of(
            "session.txt",
            "sessions.txt",
            "session-highlight.txt",
            "session-escaped.txt",
            "sessions-partly-wrong.txt",
            "upload-text.json",
            "upload-fields.json",
            "sessions.ndjson",
            "sessions.csv");

    @Autowired
    private MemoryLog log;

    @LocalServerPort
    private int port;

    @BeforeEach
    void setUp() {
        log.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "session.txt, 201, 1",
        "sessions.txt, 201, 3",
        "session-highlight.txt, 201, 1",
        "session-escaped.txt, 201, 1",
        "sessions-partly-wrong.txt, 207, 1",
        "upload-text.json, 201, 1",
        "upload-fields.json, 201, 1",
    })
    void areAnsweredAsTheDocumentsSay(String file, int status, int records) throws Exception {
        HttpResponse<String> response = post(file);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(records);
        assertThat(response.body()).doesNotContain("\"warnings\"");
    }

    @Test
    void keepWhatIsEscaped() throws Exception {
        post("session-escaped.txt");

        SessionRecord session = SessionRecordCodec.decode(
                log.messages(SessionTopics.RECORDS).get(0).value());
        assertThat(session.customer().spelling()).isEqualTo("acme [15 mins] GmbH");
        assertThat(session.minutes()).isNull();
        assertThat(session.observation()).isEqualTo("The ticket said:\nCustomer: unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "sessions.ndjson, application/x-ndjson, 2, 1",
        "sessions.csv, text/csv, 2, 0",
        "sessions.txt, text/plain, 3, 0",
    })
    void arePostedInBulkAsTheDocumentsSay(String file, String type, int recorded, int rejected) throws Exception {
        HttpResponse<String> answer = new HttpPosts(port)
                .bulk(
                        "?name=" + file,
                        type,
                        Files.readAllBytes(SAMPLES.resolve(file)),
                        Map.of("Idempotency-Key", file));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(HttpPosts.read(answer).path("recorded").asInt()).isEqualTo(recorded);
        assertThat(HttpPosts.read(answer).path("rejected").asInt()).isEqualTo(rejected);
    }

    @Test
    void areWhatTheDocumentOfBulkPostsShows() throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "bulk.md")))
                .contains("```csv\n" + Files.readString(SAMPLES.resolve("sessions.csv")) + "```")
                .contains("-T samples/sessions.ndjson");
    }

    @Test
    void areAllPosted() throws Exception {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .collect(Collectors.toSet()))
                    .isEqualTo(POSTED_HERE);
        }
    }

    @Test
    void areWhatTheDocumentShows() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "record-text.md"));

        for (String file : List.of("session.txt", "session-escaped.txt")) {
            assertThat(document).contains("```text\n" + Files.readString(SAMPLES.resolve(file)) + "```");
        }
    }

    private HttpResponse<String> post(String file) throws IOException, InterruptedException {
        String content = Files.readString(SAMPLES.resolve(file));
        HttpPosts posts = new HttpPosts(port);
        return file.endsWith(".json") ? posts.json(content) : posts.text(content);
    }
}
