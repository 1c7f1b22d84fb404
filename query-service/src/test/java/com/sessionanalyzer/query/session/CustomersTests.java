package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.PartCounts;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.CustomerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers as the entries of their topic make them, one after the other. */
class CustomersTests {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private final Customers customers = new Customers();

    @Test
    void hasTheRoutesOfTheLatestEntry() {
        customers.set("acme.com", activity("EU MySQL S3", "US MySQL BQ"));
        customers.set("acme.com", activity("US MySQL BQ", "US Stripe BQ", "EU HubSpot BQ"));

        assertThat(visits()).containsExactlyInAnyOrder("US MySQL BQ 1", "US Stripe BQ 1", "EU HubSpot BQ 1");
    }

    @Test
    void forgetsACustomerWithItsRoutes() {
        customers.set("acme.com", activity("EU MySQL S3"));
        customers.set("acme.com", null);

        assertThat(customers.size()).isZero();
    }

    @Test
    void takesRoutesThatAreEntriesOfTheirOwnBeforeAndAfterTheCustomer() {
        customers.set(route("EU MySQL S3"), 2);
        customers.set("acme.com", apart());
        customers.set(route("US MySQL S3"), 1);

        assertThat(visits()).containsExactlyInAnyOrder("EU MySQL S3 2", "US MySQL S3 1");
    }

    @Test
    void followsACustomerWhoseRoutesBecomeTooMany() {
        customers.set("acme.com", activity("EU MySQL S3", "US MySQL BQ"));
        customers.set("acme.com", apart());
        customers.set(route("EU MySQL S3"), 5);
        customers.set(route("US HubSpot BQ"), 1);
        customers.set("acme.com", apart());

        assertThat(visits()).containsExactlyInAnyOrder("EU MySQL S3 5", "US HubSpot BQ 1");
    }

    @Test
    void takesNoNoticeOfRoutesOfATimeBeforeTheCustomerCameBack() {
        customers.set("acme.com", apart());
        customers.set(route("EU MySQL S3"), 5);
        customers.set("acme.com", activity("EU MySQL S3"));
        customers.set(route("EU MySQL S3"), 0);

        assertThat(visits()).containsExactly("EU MySQL S3 1");
    }

    private List<String> visits() {
        List<String> visits = new ArrayList<>();
        customers.forEach(customer -> customer.forEachVisit((region, source, destination, records) ->
                visits.add(region + " " + source + " " + destination + " " + records)));
        return visits;
    }

    private static Activity activity(String... routes) {
        PartCounts parts = new PartCounts(3);
        for (String route : routes) {
            parts.add(List.of(route.split(" ", -1)), 1, PartCounts.ValueListener.NONE);
        }
        return apart().with(parts);
    }

    private static Activity apart() {
        return new Activity("Acme", 9, 9, 9, NOON, NOON, NOON, new UUID(1, 2), null);
    }

    private static CustomerKey.Route route(String route) {
        String[] values = route.split(" ", -1);
        return new CustomerKey.Route(new OrganizationId("acme"), "acme.com", values[0], values[1], values[2]);
    }
}
