package com.sessionanalyzer.schema.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventCodecTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    @Test
    void readsTheRecordItWrites() {
        SessionRecord full = record(15, new Highlight(HighlightType.ERROR_GAP, "https://t.example/1", "see 😀"));
        SessionRecord bare = record(null, null);

        assertThat(SessionRecordCodec.decode(SessionRecordCodec.encode(full))).isEqualTo(full);
        assertThat(SessionRecordCodec.decode(SessionRecordCodec.encode(bare))).isEqualTo(bare);
    }

    @Test
    void readsTheRejectionItWrites() {
        SessionRejection rejection = new SessionRejection(
                ACME,
                new UUID(1, 2),
                NOON,
                new Origin(Channel.BULK, "anna", new UUID(7, 8), 3, null),
                RecordFormat.CSV,
                "Customer: a\0b",
                List.of(new Violation("region", 4, "", "required", "Region is missing.")),
                null);
        Settlement dismissed = new Settlement(Settlement.Kind.DISMISSED, NOON, "anna", "a test", null);
        Settlement resubmitted = new Settlement(Settlement.Kind.RESUBMITTED, NOON, "anna", "", new UUID(9, 9));

        assertThat(List.of(rejection, rejection.settled(dismissed), rejection.settled(resubmitted)))
                .allSatisfy(each -> assertThat(SessionRejectionCodec.decode(SessionRejectionCodec.encode(each)))
                        .isEqualTo(each));
    }

    @Test
    void readsTheCustomerEntriesItWrites() {
        CustomerEntry activity =
                new CustomerEntry.Activity("ACME", 3, 30, 45, NOON, NOON.plusSeconds(5), NOON, new UUID(3, 4), null);
        CustomerEntry visits = new CustomerEntry.Visits(3);
        CustomerEntry progress = new CustomerEntry.Progress(17, NOON);

        assertThat(CustomerEntry.decode(activity.encode())).isEqualTo(activity);
        assertThat(CustomerEntry.decode(visits.encode())).isEqualTo(visits);
        assertThat(CustomerEntry.decode(progress.encode())).isEqualTo(progress);
    }

    @Test
    void refusesEachTruncationOfARecord() {
        byte[] bytes = SessionRecordCodec.encode(record(15, null));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SessionRecordCodec.decode(cut)).isInstanceOf(UnreadableEventException.class);
        }
    }

    @Property
    void answersAnyBytesWithARecordOrARefusal(@ForAll byte[] noise, @ForAll boolean withHeader) {
        byte[] header = Arrays.copyOf(SessionRecordCodec.encode(record(15, null)), 10);
        byte[] bytes = Arrays.copyOf(withHeader ? header : new byte[0], (withHeader ? 10 : 0) + noise.length);
        System.arraycopy(noise, 0, bytes, bytes.length - noise.length, noise.length);

        try {
            assertThat(SessionRecordCodec.decode(bytes)).isNotNull();
        } catch (UnreadableEventException refused) {
            assertThat(refused).hasMessageStartingWith("not a");
        }
    }

    private static SessionRecord record(@Nullable Integer minutes, @Nullable Highlight highlight) {
        return new SessionRecord(
                ACME,
                new UUID(5, 6),
                CustomerName.of("Mediconas.cz"),
                "EU",
                3,
                "FB Pages",
                "BQ",
                minutes,
                "two\nlines",
                highlight,
                NOON,
                NOON.plusMillis(7),
                LocalDate.of(2026, 3, 2),
                new Origin(Channel.BULK, "anna", highlight == null ? null : new UUID(1, 2), 17, null),
                minutes == null ? 0 : 2);
    }
}
