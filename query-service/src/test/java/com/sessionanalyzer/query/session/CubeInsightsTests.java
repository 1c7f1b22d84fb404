package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.cube.FilledCube;
import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.kafka.KafkaContact;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.CustomerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CubeInsightsTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final int CUSTOMERS = 1_200;

    private final LiveCube<SessionPart> cube = new LiveCube<>(SessionPart::empty);
    private final CubeInsights insights = new CubeInsights(
            cube, new PositionGate(1), Duration.ofSeconds(1), 1_000, new KafkaContact(Duration.ofSeconds(5)));

    @BeforeEach
    void manyCustomers() {
        FilledCube.fill(cube, ACME, 1, part -> {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                add(part, customer);
            }
        });
    }

    @Test
    void tellsListsAsLongAsTheyAreWantedInAnyOrderOfWishes() {
        Insights complete = read(0);
        assertThat(complete.combinations()).hasSize(CUSTOMERS);
        assertThat(complete.duplicateCustomers()).hasSize(CUSTOMERS - 2);

        FilledCube.fill(cube, ACME, 2, part -> {});
        assertThat(read(10).combinations()).isEqualTo(complete.combinations().subList(0, 10));
        assertThat(read(1_100).combinations()).isEqualTo(complete.combinations().subList(0, 1_100));
        assertThat(read(10).duplicateCustomers())
                .isEqualTo(complete.duplicateCustomers().subList(0, 10));
        assertThat(read(0).combinations()).isEqualTo(complete.combinations());
        assertThat(read(0).duplicateCustomers()).isEqualTo(complete.duplicateCustomers());
        assertThat(read(1).combinations()).isEqualTo(complete.combinations().subList(0, 1));
    }

    @Test
    void countsWhatIsNotListed() {
        assertThat(read(10).combinationsCount()).isEqualTo(CUSTOMERS);
    }

    private Insights read(int listLimit) {
        return insights.read(ACME, Position.BEGINNING, listLimit);
    }

    /** One with as many records as its number, and at least one. */
    private static void add(SessionPart part, int customer) {
        String name = "customer-" + customer + ".com";
        long records = Math.max(1, customer);
        part.customers()
                .set(name, new Activity(name, records, records, 0, NOON, NOON, NOON, new UUID(0, customer), null));
        part.customers().set(new CustomerKey.Route(ACME, name, "EU", "MySQL", "BigQuery"), records);
    }
}
