package com.sessionanalyzer.standalone.verify;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordTableTests {

    private final RecordTable table = RecordTable.empty();

    @Test
    void keepsTheLastValueOfAKey() {
        SessionRecord first = aSession().sessions(1).build();
        SessionRecord corrected = aSession().id(first.id()).sessions(9).build();

        put(first);
        put(corrected);

        assertThat(live("default")).containsExactly(corrected);
    }

    @Test
    void forgetsADeletedRecord() {
        SessionRecord session = aSession().build();

        put(session);
        apply(session.key().encode(), null);

        assertThat(live("default")).isEmpty();
    }

    @Test
    void takesAnUnreadableValueForADeletion() {
        SessionRecord session = aSession().build();

        put(session);
        apply(session.key().encode(), "poison".getBytes(StandardCharsets.UTF_8));

        assertThat(live("default")).isEmpty();
    }

    @Test
    void takesAValueUnderAForeignKeyForADeletion() {
        SessionRecord session = aSession().build();

        put(session);
        apply(session.key().encode(), SessionRecordCodec.encode(aSession().build()));

        assertThat(live("default")).isEmpty();
    }

    @Test
    void passesOverAnUnreadableKey() {
        SessionRecord session = aSession().build();

        put(session);
        apply("poison".getBytes(StandardCharsets.UTF_8), null);
        apply(null, null);

        assertThat(live("default")).containsExactly(session);
    }

    @Test
    void keepsOrganizationsApart() {
        SessionRecord other = aSession().organization("other").build();

        put(aSession().build());
        put(other);

        assertThat(live("other")).containsExactly(other);
    }

    private void put(SessionRecord session) {
        apply(session.key().encode(), SessionRecordCodec.encode(session));
    }

    private void apply(byte @Nullable [] key, byte @Nullable [] value) {
        table.apply(new ConsumerRecord<>(SessionTopics.RECORDS, 0, 0, key, value));
    }

    private List<SessionRecord> live(String organization) {
        return table.of(new OrganizationId(organization));
    }
}
