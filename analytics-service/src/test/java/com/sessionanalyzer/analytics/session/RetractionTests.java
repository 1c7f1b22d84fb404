package com.sessionanalyzer.analytics.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/** Whatever happened to the records, the topics say what a recount of the live ones says. */
class RetractionTests {

    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static SessionTopologyDriver topology;

    /** Where two routes are too many for one entry. */
    @SuppressWarnings("NullAway.Init")
    private static SessionTopologyDriver topologyOfShortEntries;

    @BeforeContainer
    static void start() throws IOException {
        directory = Files.createTempDirectory("retraction");
        topology = new SessionTopologyDriver(directory.resolve("usual"));
        topologyOfShortEntries = new SessionTopologyDriver(directory.resolve("short"), new SessionCubeDomain(1));
    }

    @AfterContainer
    static void stop() throws IOException {
        topology.close();
        topologyOfShortEntries.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    @Property(tries = 400)
    void equalsARecountAfterAnyHistory(@ForAll("histories") List<Step> history) {
        Map<SessionRecordKey, SessionRecord> live = liveAfter(history, topology);

        assertHolds(live.values(), topology);
        assertThat(topology.routesApart()).isEmpty();
        assertHoldsOnceAllIsDeleted(live, topology);
    }

    @Property(tries = 400)
    void equalsARecountWhenRoutesAreEntriesOfTheirOwn(@ForAll("histories") List<Step> history) {
        Map<SessionRecordKey, SessionRecord> live = liveAfter(history, topologyOfShortEntries);

        assertHolds(live.values(), topologyOfShortEntries);
        assertThat(topologyOfShortEntries.routesApart()).containsAll(routesOfWhoHasMoreThanOne(live.values()));
        assertHoldsOnceAllIsDeleted(live, topologyOfShortEntries);
        assertThat(topologyOfShortEntries.routesApart()).isEmpty();
    }

    private static Map<SessionRecordKey, SessionRecord> liveAfter(List<Step> history, SessionTopologyDriver topology) {
        Map<SessionRecordKey, SessionRecord> live = new HashMap<>();
        history.forEach(step -> step.happen(topology, live));
        topology.emit();
        return live;
    }

    private static void assertHoldsOnceAllIsDeleted(
            Map<SessionRecordKey, SessionRecord> live, SessionTopologyDriver topology) {
        Set.copyOf(live.keySet()).forEach(topology::delete);
        topology.emit();
        assertHolds(List.of(), topology);
    }

    private static List<CustomerKey.Route> routesOfWhoHasMoreThanOne(Collection<SessionRecord> live) {
        return live.stream()
                .map(session -> new CustomerKey.Route(
                        session.organization(),
                        session.customer().key(),
                        session.region(),
                        session.source(),
                        session.destination()))
                .collect(groupingBy(route -> List.of(route.organization(), route.key()), toSet()))
                .values()
                .stream()
                .filter(routes -> routes.size() > 1)
                .flatMap(Set::stream)
                .toList();
    }

    private static void assertHolds(Collection<SessionRecord> live, SessionTopologyDriver topology) {
        Recount expected = Recount.of(live, session -> 0);
        assertThat(topology.cube()).containsExactlyInAnyOrderEntriesOf(expected.cube());
        assertThat(topology.customers()).containsExactlyInAnyOrderEntriesOf(expected.customers());
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(records(), Arbitraries.of(Kind.class))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** Few ids and values, so that records are replaced, cells are shared and become empty, and times tie. */
    private static Arbitrary<SessionRecord> records() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.of("ACME.com", "acme.com", "https://Acme.com/", "other.cz"),
                        Arbitraries.of("eu", "us"),
                        Arbitraries.of("EU", "US"),
                        Arbitraries.of("2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z", "2026-01-02T10:00:00Z"),
                        Arbitraries.of("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z"),
                        Arbitraries.integers().between(1, 3).injectNull(0.3),
                        Arbitraries.of("", "seen"))
                .as((id, customer, organization, value, uploadedAt, createdAt, minutes, observation) -> aSession()
                        .id(new UUID(0, id))
                        .customer(customer)
                        .organization(organization)
                        .region(value)
                        .source(value)
                        .sessions(id.intValue() * 10)
                        .uploadedAt(uploadedAt)
                        .createdAt(createdAt)
                        .minutes(minutes)
                        .observation(observation)
                        .build());
    }

    private enum Kind {
        PUT,
        PUT_TWICE,
        DELETE,
        DAMAGE,
        EMIT
    }

    /** One thing that happens to a record. */
    private record Step(SessionRecord record, Kind kind) {

        void happen(SessionTopologyDriver topology, Map<SessionRecordKey, SessionRecord> live) {
            switch (kind) {
                case PUT -> topology.put(record);
                case PUT_TWICE -> topology.put(record, record);
                case DELETE -> topology.delete(record.key());
                case DAMAGE -> topology.put(record.key().encode(), new byte[] {1, 2, 3});
                case EMIT -> topology.emit();
            }
            switch (kind) {
                case PUT, PUT_TWICE -> live.put(record.key(), record);
                case DELETE, DAMAGE -> live.remove(record.key());
                case EMIT -> {}
            }
        }
    }
}
