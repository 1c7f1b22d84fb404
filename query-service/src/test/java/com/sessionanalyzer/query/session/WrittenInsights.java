package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.cube.PartCounts;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionCube;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes by hand what analytics would say about a customer with so many records, all alike. */
final class WrittenInsights {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static long offset = 1000;

    private final WrittenTopics topics;
    private final OrganizationId organization;

    WrittenInsights(WrittenTopics topics, String organization) {
        this.topics = topics;
        this.organization = new OrganizationId(organization);
    }

    /** The state of a shard that holds this customer alone, with records of 3 sessions and 15 minutes each. */
    Position write(int shard, String customer, long records) {
        topics.cube(
                new CubeKey.Cell(
                        organization, shard, LocalDate.parse("2026-03-14"), List.of("EU", "MySQL", "BigQuery")),
                new CubeEntry.Cell(
                        List.of(records, 3 * records, records, 15 * records), new TreeMap<>(Map.of(15, records))));
        tally(shard, SessionCube.CUSTOMERS, "", 1);
        tally(shard, SessionCube.REPEAT_CUSTOMERS, "", records > 1 ? 1 : 0);
        tally(shard, SessionCube.customersBy(SessionCube.REGION), "EU", 1);
        tally(shard, SessionCube.customersBy(SessionCube.SOURCE), "MySQL", 1);
        tally(shard, SessionCube.customersBy(SessionCube.DESTINATION), "BigQuery", 1);
        topics.customer(
                shard,
                new CustomerKey.Customer(organization, customer),
                new CustomerEntry.Activity(
                        customer,
                        records,
                        3 * records,
                        15 * records,
                        NOON,
                        NOON,
                        NOON,
                        new UUID(0, 1),
                        routes(records)));
        return progress(shard);
    }

    void remove(int shard, String customer) {
        topics.customer(shard, new CustomerKey.Customer(organization, customer), null);
        progress(shard);
    }

    private static PartCounts routes(long records) {
        PartCounts routes = new PartCounts(3);
        routes.add(List.of("EU", "MySQL", "BigQuery"), records, PartCounts.ValueListener.NONE);
        return routes;
    }

    /** A batch without changes. */
    Position progress(int shard) {
        offset++;
        topics.progress(shard, offset, NOON);
        return Position.of(shard, offset);
    }

    private void tally(int shard, String name, String value, long count) {
        topics.cube(
                new CubeKey.Tally(organization, shard, name, value), count == 0 ? null : new CubeEntry.Tally(count));
    }
}
