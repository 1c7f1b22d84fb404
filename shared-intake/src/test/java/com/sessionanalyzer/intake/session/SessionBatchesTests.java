package com.sessionanalyzer.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.Entry;
import com.sessionanalyzer.intake.Fate;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionBatchesTests {

    private static final Instant NOW = Instant.parse("2026-06-15T22:30:00Z");
    private static final UUID DELIVERY = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final Organization ORGANIZATION =
            new Organization(new OrganizationId("acme"), "Acme", ZoneId.of("Europe/Prague"));
    private static final Sending SENDING = new Sending(ORGANIZATION, Channel.BULK, "anna", DELIVERY, NOW);
    private static final Terms TERMS = new Terms(ORGANIZATION.zone(), NOW);

    private final SessionBatches batches = new SessionBatches(6);

    @Test
    void derivesIdsFromTheDeliveryAndTheIndexInIt() {
        List<Entry> entries = batches.of(SENDING, 40, items()).entries();

        SessionRecord session =
                SessionRecordCodec.decode(entries.get(0).message().value());
        SessionRejection rejection =
                SessionRejectionCodec.decode(entries.get(1).message().value());

        assertThat(session.id()).isEqualTo(RecordIds.derived(DELIVERY, 40));
        assertThat(rejection.id()).isEqualTo(RecordIds.derived(DELIVERY, 41));
    }

    @Test
    void saysWhereRecordsComeFrom() {
        SessionRecord session = SessionRecordCodec.decode(
                batches.of(SENDING, 0, items()).entries().get(0).message().value());

        assertThat(session.origin()).isEqualTo(new Origin(Channel.BULK, "anna", DELIVERY, 7, null));
        assertThat(session.createdAt()).isEqualTo(NOW);
        assertThat(session.localDay()).isEqualTo(LocalDate.of(2026, 6, 16));
    }

    @Test
    void sendsRecordsToTheirCustomersPartition() {
        Entry entry = batches.of(SENDING, 0, items()).entries().get(0);

        SessionRecord session = SessionRecordCodec.decode(entry.message().value());

        assertThat(entry.fate()).isEqualTo(Fate.RECORDED);
        assertThat(entry.message().topic()).isEqualTo(SessionTopics.RECORDS);
        assertThat(entry.message().partition()).isEqualTo(session.key().partition(6));
        assertThat(entry.message().key()).isEqualTo(session.key().encode());
    }

    @Test
    void keepsRejectionsAsTheyCanBeReadAgain() {
        Entry entry = batches.of(SENDING, 0, items()).entries().get(1);

        SessionRejection rejection =
                SessionRejectionCodec.decode(entry.message().value());

        assertThat(entry.fate()).isEqualTo(Fate.REJECTED);
        assertThat(rejection.format()).isEqualTo(RecordFormat.JSON);
        assertThat(rejection.text()).isEqualTo("{}");
        assertThat(rejection.origin().line()).isEqualTo(8);
    }

    private static List<Parsed> items() {
        return List.of(
                SessionJson.parse(
                        "{\"customer\":\"a\",\"region\":\"EU\",\"sessions\":3,\"source\":\"s\",\"destination\":\"d\"}",
                        7,
                        TERMS),
                SessionJson.parse("{}", 8, TERMS));
    }
}
