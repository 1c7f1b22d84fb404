package com.sessionanalyzer.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.StoredDelivery;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.testing.Submissions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A broker, a service that reads submissions from it, and what becomes of what is written there. */
final class ReadSubmissions implements AutoCloseable {

    private static final String ORGANIZATION = "stream-it";

    private final EmbeddedKafka broker;
    private final Path directory;
    private RunningIngest ingest;

    ReadSubmissions(Path directory) {
        this.directory = directory;
        this.broker = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        this.ingest = new RunningIngest(
                broker.bootstrapServers(), ORGANIZATION, directory.resolve("state"), "--csa.submissions.enabled=true");
    }

    /** The service without a reader of submissions; the one with it must be stopped. */
    RunningIngest idle() {
        return new RunningIngest(broker.bootstrapServers(), ORGANIZATION, directory.resolve("state"));
    }

    void startReading() {
        ingest = new RunningIngest(
                broker.bootstrapServers(), ORGANIZATION, directory.resolve("state"), "--csa.submissions.enabled=true");
    }

    void stopReading() {
        ingest.close();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** What all writers have counted of submissions. */
    IntakeCount counts() {
        return ingest.counts("stream");
    }

    List<String> customers() {
        return ingest.customers();
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return ingest.records();
    }

    void send(Map<String, String> headers, String value) {
        send(headers, value.getBytes(UTF_8));
    }

    void send(Map<String, String> headers, byte[] value) {
        Submissions.send(broker.bootstrapServers(), SessionTopics.SUBMISSIONS, headers, value);
    }

    static String json(String customer) {
        return "{\"customer\":\"" + customer
                + "\",\"region\":\"EU\",\"sessions\":3,\"source\":\"MySQL\",\"destination\":\"BQ\"}";
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    void recordedEventually(String... customers) {
        await().untilAsserted(() -> assertThat(ingest.customers()).containsOnlyOnce(customers));
    }

    SessionRecord session(String customer) {
        return ingest.records().stream()
                .filter(message ->
                        SessionRecordKey.decode(message.key()).customerKey().equals(customer))
                .map(message -> SessionRecordCodec.decode(message.value()))
                .findFirst()
                .orElseThrow();
    }

    List<SessionRecordKey> keys(String customer) {
        return ingest.records().stream()
                .map(message -> SessionRecordKey.decode(message.key()))
                .filter(key -> key.customerKey().equals(customer))
                .toList();
    }

    List<SessionRejection> rejections() {
        return ingest.rejections().stream()
                .map(message -> SessionRejectionCodec.decode(message.value()))
                .toList();
    }

    Set<String> rules() {
        return rejections().stream()
                .flatMap(rejection -> rejection.violations().stream())
                .map(Violation::rule)
                .collect(Collectors.toSet());
    }

    List<StoredDelivery> loads() {
        return ingest.bean(Deliveries.class).imports(new OrganizationId(ORGANIZATION), SessionTopics.DOMAIN, 100);
    }

    @Override
    public void close() {
        ingest.close();
        broker.close();
    }
}
