package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.intake.DeliveryState;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTotalsTests {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    @Test
    void addsPartsUp() {
        Delivery sum = DeliveryTotals.sum(
                delivery("second", NOON.plusSeconds(1), DeliveryState.RUNNING, 3, Position.of(1, 7)),
                delivery("first", NOON, DeliveryState.COMPLETE, 4, Position.of(0, 9)));

        assertThat(sum.name()).isEqualTo("first");
        assertThat(sum.startedAt()).isEqualTo(NOON);
        assertThat(sum.updatedAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(sum.received()).isEqualTo(7);
        assertThat(sum.recorded()).isEqualTo(5);
        assertThat(sum.rejected()).isEqualTo(2);
        assertThat(sum.reasons()).isEqualTo(Map.of("region:required", 2L));
        assertThat(sum.position()).isEqualTo(Position.parse("0@9,1@7"));
        assertThat(sum.state()).isEqualTo(DeliveryState.COMPLETE);
    }

    @Test
    void believesWhatHasComeFurtherWhateverTheClockSaid() {
        Delivery less = delivery("less", NOON.plusSeconds(60), DeliveryState.RUNNING, 3, Position.BEGINNING);
        Delivery more = delivery("more", NOON, DeliveryState.RUNNING, 4, Position.BEGINNING);
        Delivery ended = delivery("ended", NOON.plusSeconds(1), DeliveryState.COMPLETE, 4, Position.BEGINNING);

        assertThat(DeliveryTotals.further(more, less)).isEqualTo(more);
        assertThat(DeliveryTotals.further(less, more)).isEqualTo(more);
        assertThat(DeliveryTotals.further(more, ended)).isEqualTo(ended);
    }

    @Test
    void showsTheNewestWholes() {
        UUID old = RecordIds.named("old");
        UUID recent = RecordIds.named("recent");

        assertThat(DeliveryTotals.newest(
                        Map.of(
                                key(old, ""), delivery("old", NOON, DeliveryState.RUNNING, 1, Position.BEGINNING),
                                key(recent, "0"),
                                        delivery(
                                                "recent",
                                                NOON.plusSeconds(9),
                                                DeliveryState.RUNNING,
                                                1,
                                                Position.BEGINNING),
                                key(recent, "1"),
                                        delivery(
                                                "recent",
                                                NOON.plusSeconds(8),
                                                DeliveryState.RUNNING,
                                                2,
                                                Position.BEGINNING)),
                        1))
                .singleElement()
                .satisfies(newest -> assertThat(newest.key()).isEqualTo(key(recent, "")))
                .satisfies(newest -> assertThat(newest.delivery().received()).isEqualTo(3));
    }

    private static DeliveryKey key(UUID id, String part) {
        return new DeliveryKey(new OrganizationId("acme"), "session", DeliveryKind.IMPORT, id, part);
    }

    private static Delivery delivery(
            String name, Instant startedAt, DeliveryState state, long received, Position position) {
        return new Delivery(
                name,
                "stream",
                "text/plain",
                "",
                startedAt,
                startedAt.plusSeconds(1),
                state,
                -1,
                10,
                5,
                "",
                received,
                received - 1,
                1,
                Map.of("region:required", 1L),
                position);
    }
}
