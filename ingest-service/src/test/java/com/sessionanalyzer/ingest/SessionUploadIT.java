package com.sessionanalyzer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.testing.TestKafka;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionUploadIT {

    private static final String REST = "\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";

    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = new RunningIngest(TestKafka.bootstrapServers(), "upload-it");
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void publishesARecordWhereItsPositionSays() throws Exception {
        HttpResponse<String> response = ingest.posts().text("Customer: single.example" + REST);

        ConsumerRecord<byte[], byte[]> message = only("single.example");
        SessionRecord session = SessionRecordCodec.decode(message.value());
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue(Position.HEADER))
                .contains(Position.of(message.partition(), message.offset()).toString());
        assertThat(message.partition()).isEqualTo(session.key().partition(6));
        assertThat(message.timestamp()).isEqualTo(session.createdAt().toEpochMilli());
        assertThat(session.organization()).hasToString("upload-it");
    }

    @Test
    void publishesSeveralRecordsAndTheirRejectionsTogether() throws Exception {
        HttpResponse<String> response =
                ingest.posts().text("Customer: one.example" + REST + "Customer: two.example" + REST + "Customer: 3");

        ConsumerRecord<byte[], byte[]> first = only("one.example");
        ConsumerRecord<byte[], byte[]> second = only("two.example");
        assertThat(response.statusCode()).isEqualTo(207);
        assertThat(Position.parse(response.headers().firstValue(Position.HEADER).orElseThrow()))
                .matches(position -> position.contains(Position.of(first.partition(), first.offset())))
                .matches(position -> position.contains(Position.of(second.partition(), second.offset())));
        assertThat(ingest.rejections())
                .extracting(
                        message -> SessionRejectionCodec.decode(message.value()).text())
                .contains("Customer: 3");
    }

    @Test
    void showsThePageAndGivesBackWhatWasRejected() throws Exception {
        HttpResponse<String> empty = ingest.posts().get("/input", "text/html");
        HttpResponse<String> rejected = ingest.posts()
                .form("/form-upload", Map.of("customer", "<i>x</i>", "observation", "kept", "page", "/input"));

        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).contains("name=\"session_data\"", "name=\"_csrf\"");
        assertThat(rejected.statusCode()).isEqualTo(400);
        assertThat(rejected.body())
                .contains("value=\"&lt;i&gt;x&lt;/i&gt;\"", "Region is required", ">kept</textarea>")
                .doesNotContain("<i>x</i>");
    }

    private static ConsumerRecord<byte[], byte[]> only(String customerKey) {
        List<ConsumerRecord<byte[], byte[]>> messages = ingest.records().stream()
                .filter(message ->
                        SessionRecordKey.decode(message.key()).customerKey().equals(customerKey))
                .toList();
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }
}
