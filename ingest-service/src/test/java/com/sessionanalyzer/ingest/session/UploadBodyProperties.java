package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.IntakeGauge;
import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionBatches;
import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.intake.session.SessionIntake;
import com.sessionanalyzer.intake.session.SessionReceipt;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Organization;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is posted is recorded, rejected or refused: nothing fails, and every answer can be written. */
class UploadBodyProperties {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Organization ORGANIZATION =
            new Organization(new OrganizationId("default"), "Default", ZoneId.of("Europe/Prague"));

    private final MemoryLog log = new MemoryLog();
    private final SessionIntake intake = new SessionIntake(
            new Intake(log, new IntakeGauge(), Clock.systemUTC(), Duration.ofSeconds(2)),
            new RecordIds(Clock.fixed(NOW, ZoneOffset.UTC), RandomGenerator.of("L64X128MixRandom")),
            new SessionBatches(6));

    @Property
    void readsOrRefusesAnyBytes(@ForAll byte[] body) {
        assertAnswered(body);
    }

    @Property
    void readsOrRefusesAnyText(@ForAll String text) {
        assertAnswered(JSON.writeValueAsBytes(Map.of("session_data", text.replaceAll("\\p{Cs}", "?"))));
    }

    @Property(tries = 2_000)
    void readsOrRefusesAnyFields(@ForAll("objects") String body) {
        assertAnswered(body.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void readsOrRefusesBrokenObjects(@ForAll("objects") String body, @ForAll int at, @ForAll byte instead) {
        byte[] broken = body.getBytes(StandardCharsets.UTF_8);
        broken[Math.floorMod(at, broken.length)] = instead;

        assertAnswered(broken);
    }

    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(SessionField.byName().keySet()),
                Arbitraries.of("has_highlight", "session_data", "organization", "id", ""));
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "null", "true", "false", "0", "3", "-1", "1.5", "1e400", "99999999999999999999", "[]", "{}"),
                Arbitraries.of(
                        "[[1]]", "{\"a\":{}}", "\"\\ud83d\"", "\"\\u0000\"", "\"x\"", "\"xn--a\"", "\"https://www.\""),
                Arbitraries.strings().all().ofMaxLength(20).map(UploadBodyProperties::quoted),
                Arbitraries.strings()
                        .withChars('ŉ', 'ΐ', 'ﬃ', 'İ', '.')
                        .ofLength(255)
                        .map(UploadBodyProperties::quoted));
        return Combinators.combine(names, values)
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(14)
                .map(fields -> "{" + String.join(",", fields) + "}");
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text.replaceAll("\\p{Cs}", "?"));
    }

    private void assertAnswered(byte[] body) {
        try {
            List<Parsed> records = UploadBody.parse(body, new Terms(ORGANIZATION.zone(), NOW), 1_000);
            SessionReceipt receipt = intake.accept(ORGANIZATION, Channel.API, NOW, records);

            assertThat(receipt.outcomes()).hasSameSizeAs(records);
            assertThat(JSON.writeValueAsBytes(UploadAnswer.of(receipt, Map.of())))
                    .isNotEmpty();
            assertReadable();
        } catch (ProblemException refused) {
            assertThat(refused.problem().status().is4xxClientError()).isTrue();
            assertThat(JSON.writeValueAsBytes(refused.problem())).isNotEmpty();
        } finally {
            log.clear();
        }
    }

    private void assertReadable() {
        log.messages(SessionTopics.RECORDS).forEach(message -> SessionRecordCodec.decode(message.value()));
        log.messages(SessionTopics.REJECTIONS).forEach(message -> SessionRejectionCodec.decode(message.value()));
    }
}
