package com.sessionanalyzer.ingest.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.session.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTests {

    private static final Path SAMPLES = Path.of("..", "samples", "streams");
    private static final int MAX_UNPACKED = 1 << 16;
    private static final Terms TERMS = new Terms(ZoneOffset.UTC, Instant.parse("2026-06-15T12:00:00Z"));
    private static final String GOOD = "Customer: a\nRegion: EU\nSessions: 3\nSource: s\nDestination: d\n";

    private final SubmissionReader reader = new SubmissionReader(new OrganizationId("acme"), MAX_UNPACKED);

    @Test
    void readsTextUnlessItIsToldOtherwise() {
        assertThat(read(Map.of(), GOOD + GOOD).items()).hasSize(2).allMatch(Parsed.Accepted.class::isInstance);
    }

    @Test
    void hasNothingOfAMessageWithoutContent() {
        assertThat(read(Map.of(), (byte[]) null).items()).isEmpty();
        assertThat(read(Map.of("content-type", "text/csv"), "").items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "content-type, image/png, unknown-content-type",
        "organization, other, unknown-organization",
        "content-encoding, br, unknown-encoding",
        "content-encoding, gzip, broken-encoding",
        "delivery, 17, malformed-header",
        "line, one, malformed-header",
        "line, -1, malformed-header",
        "line, 99999999999999999999, malformed-header",
    })
    void rejectsAsAWholeWhatItsHeadersDoNotDescribe(String name, String value, String rule) {
        Submission submission = read(Map.of(name, value), GOOD);

        assertThat(submission.items()).hasSize(1);
        Parsed.Rejected rejected = (Parsed.Rejected) submission.items().get(0);
        assertThat(rejected.text()).isEqualTo(GOOD);
        assertThat(rejected.format()).isEqualTo(RecordFormat.TEXT);
        assertThat(rejected.violations()).extracting(Violation::rule).containsExactly(rule);
        assertThat(rejected.violations()).extracting(Violation::message).allMatch(message -> !message.isBlank());
    }

    @Test
    void unpacksNoMoreThanItMay() {
        Map<String, String> gzip = Map.of("content-encoding", "gzip");
        byte[] fits = Arrays.copyOf(GOOD.getBytes(UTF_8), MAX_UNPACKED);
        Arrays.fill(fits, GOOD.length(), MAX_UNPACKED, (byte) '\n');

        assertThat(read(gzip, packed(fits)).items()).hasSize(1).allMatch(Parsed.Accepted.class::isInstance);
        assertThat(rule(read(gzip, packed(new byte[MAX_UNPACKED + 1])))).isEqualTo("too-large");
    }

    @Test
    void keepsAMessageThatCannotBeStoredAPartOfItsLoad() {
        UUID load = new UUID(1, 2);
        ConsumerRecord<byte[], byte[]> message = message(
                Map.of("delivery", load.toString(), "line", "500", "delivery-end", "true"), GOOD.getBytes(UTF_8));
        UnreadableContentException reason = new UnreadableContentException(0, "not-storable", "It cannot be stored");

        Submission refused = reader.refused(message, reason);

        assertThat(refused.headers().delivery()).isEqualTo(load);
        assertThat(refused.headers().isEnd()).isTrue();
        assertThat(refused.items())
                .singleElement()
                .satisfies(item -> assertThat(item.line()).isEqualTo(500));
        assertThat(reader.refused(message(Map.of("line", "one"), null), reason).items())
                .hasSize(1);
    }

    @Test
    void keepsNoMoreOfAMessageThanOfARecord() {
        Submission submission = read(Map.of("content-type", "image/png"), "x".repeat(200_000));

        assertThat(submission.items().get(0).text()).hasSize(100_000);
    }

    @Test
    void countsLinesFromWhereTheMessageStandsInItsLoad() {
        Submission submission = read(Map.of("line", "1000"), GOOD + "Customer: b\n");

        assertThat(submission.items()).extracting(Parsed::line).containsExactly(1000, 1005);
        assertThat(((Parsed.Rejected) submission.items().get(1)).violations())
                .extracting(Violation::line)
                .containsOnly(1005);
        assertThat(submission.lines()).isEqualTo(6);
    }

    @Test
    void doesNotCountTheHeaderOfATableInALoad() {
        Submission submission = read(
                Map.of("content-type", "text/csv", "line", "500"),
                "customer,region,sessions,source,destination\na,EU,3,s,d\nb,EU,x,s,d\n");

        assertThat(submission.items()).extracting(Parsed::line).containsExactly(500, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions.csv", "sessions.ndjson"})
    void readsTheSamples(String file) throws Exception {
        String type = file.endsWith("csv") ? "text/csv" : "application/x-ndjson";

        assertThat(read(Map.of("content-type", type), Files.readString(SAMPLES.resolve(file)))
                        .items())
                .hasSize(2)
                .allMatch(Parsed.Accepted.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "SendRecords.java, text/csv",
        "send_records.py, text/csv",
        "kcat.sh, text/csv",
        "console-producer.sh, application/x-ndjson"
    })
    void isSentSamplesAndDocumentsThemAsTheyAre(String file, String contentType) throws Exception {
        String sample = Files.readString(SAMPLES.resolve(file));
        String page = Files.readString(Path.of("..", "docs", "streams.md"));

        assertThat(sample).contains(SessionTopics.SUBMISSIONS, "content-type", contentType, "acks");
        assertThat(BulkFormat.ofContentType(contentType)).isPresent();
        assertThat(page).contains(sample.replaceFirst("^#!/bin/sh\\n", ""));
    }

    private Submission read(Map<String, String> headers, String value) {
        return read(headers, value.getBytes(UTF_8));
    }

    private Submission read(Map<String, String> headers, byte @Nullable [] value) {
        return reader.read(message(headers, value), TERMS);
    }

    private static ConsumerRecord<byte[], byte[]> message(Map<String, String> headers, byte @Nullable [] value) {
        ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>(SessionTopics.SUBMISSIONS, 3, 17, null, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        return message;
    }

    private static String rule(Submission submission) {
        List<Violation> violations = ((Parsed.Rejected) submission.items().get(0)).violations();
        return violations.get(0).rule();
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }
}
