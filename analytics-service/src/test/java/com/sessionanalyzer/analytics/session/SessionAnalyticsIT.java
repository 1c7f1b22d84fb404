package com.sessionanalyzer.analytics.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sessionanalyzer.analytics.cube.Change;
import com.sessionanalyzer.analytics.cube.Contribution;
import com.sessionanalyzer.analytics.cube.CubeDomain;
import com.sessionanalyzer.analytics.cube.CubeTopology;
import com.sessionanalyzer.analytics.cube.Subjects;
import com.sessionanalyzer.analytics.cube.TallyName;
import com.sessionanalyzer.analytics.streams.Lifecycle;
import com.sessionanalyzer.analytics.streams.StreamsApplication;
import com.sessionanalyzer.analytics.streams.StreamsDomain;
import com.sessionanalyzer.analytics.streams.StreamsSettings;
import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The application on a real broker: whatever ends it, the committed topics say what a recount says. */
class SessionAnalyticsIT {

    private static final int PARTITIONS = 3;
    private static final Duration EMIT_INTERVAL = Duration.ofMillis(20);
    private static final Lifecycle LIFECYCLE = new Lifecycle(
            Duration.ofSeconds(20),
            Duration.ofSeconds(4),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            Duration.ofMinutes(10));

    @TempDir
    static Path brokerDirectory;

    private static EmbeddedKafka kafka;

    @TempDir
    Path stateDirectory;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start(brokerDirectory, 0);
        new Topics(connection(), Duration.ofSeconds(20)).ensure(SessionTopics.all(PARTITIONS));
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @Test
    void countsWhatHappensBeforeAndAfterItsStart() {
        OrganizationId organization = new OrganizationId("before-and-after");
        try (SessionWorkload workload = workload(organization)) {
            workload.happen(2_000);
            StreamsApplication application = application();
            application.start();
            workload.happen(2_000);

            assertEqualsARecount(workload, organization);

            application.stop();
        }
    }

    @Test
    void goesOnFromKeptStateAfterACleanStop() {
        OrganizationId organization = new OrganizationId("kept-state");
        try (SessionWorkload workload = workload(organization)) {
            StreamsApplication application = application();
            application.start();
            workload.happen(1_000);
            assertEqualsARecount(workload, organization);
            application.stop();
            workload.happen(1_000);

            application.start();

            assertEqualsARecount(workload, organization);
            application.stop();
        }
    }

    @Test
    void restoresLostStateFromTheTopics() throws IOException {
        OrganizationId organization = new OrganizationId("lost-state");
        try (SessionWorkload workload = workload(organization)) {
            StreamsApplication application = application();
            application.start();
            workload.happen(1_000);
            assertEqualsARecount(workload, organization);
            application.stop();
            FileSystemUtils.deleteRecursively(stateDirectory);
            workload.happen(1_000);

            application.start();

            assertEqualsARecount(workload, organization);
            application.stop();
        }
    }

    @Test
    void countsEachRecordOnceAcrossCrashesInTheMiddleOfABatch() {
        OrganizationId organization = new OrganizationId("crashes");
        Crashes crashes = new Crashes(organization, 700, 1_900, 3_100);
        try (SessionWorkload workload = workload(organization)) {
            StreamsApplication application = application(() -> topology(crashes));
            application.start();
            for (int batch = 0; batch < 8; batch++) {
                workload.happen(500);
            }

            assertEqualsARecount(workload, organization);

            assertThat(crashes.happened).hasValueGreaterThanOrEqualTo(3);
            application.stop();
        }
    }

    @Test
    void stopsInTime() {
        StreamsApplication application = application();
        application.start();

        assertTimeout(Duration.ofSeconds(5), () -> application.stop());

        assertThat(application.isRunning()).isFalse();
    }

    private static void assertEqualsARecount(SessionWorkload workload, OrganizationId organization) {
        try (SessionTopicReader reader = new SessionTopicReader(kafka.bootstrapServers(), PARTITIONS)) {
            reader.catchUp();

            Recount expected =
                    Recount.of(workload.live(), session -> session.key().partition(PARTITIONS));
            assertThat(reader.cube(organization)).containsExactlyInAnyOrderEntriesOf(expected.cube());
            assertThat(reader.customers(organization)).containsExactlyInAnyOrderEntriesOf(expected.customers());
            assertThat(reader.live(organization)).isEqualTo(workload.live().size());
            assertThat(reader.cubeProgress()).isEqualTo(reader.customerProgress());
        }
    }

    private SessionWorkload workload(OrganizationId organization) {
        return new SessionWorkload(kafka.bootstrapServers(), PARTITIONS, organization, 42);
    }

    private StreamsApplication application() {
        return application(() -> new SessionTopology(EMIT_INTERVAL, Traces.NONE).build());
    }

    private StreamsApplication application(Supplier<Topology> topology) {
        StreamsDomain domain = new StreamsDomain(
                SessionTopology.APPLICATION_ID, topology, SessionTopics.all(PARTITIONS), SessionTopics.DEAD_LETTERS);
        StreamsSettings settings = new StreamsSettings(
                connection(), stateDirectory, "test", 2, EMIT_INTERVAL, Duration.ofMillis(100), 1 << 20, 32 << 20);
        return new StreamsApplication(domain, settings, LIFECYCLE, Clock.systemUTC());
    }

    private static Topology topology(CubeDomain<SessionRecord, Activity> domain) {
        return new CubeTopology<>(domain, SessionTopology.TOPICS, EMIT_INTERVAL, Traces.NONE).build();
    }

    private static Map<String, Object> connection() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    }

    /** The session domain, but at the given numbers of records read of an organization it fails. */
    private static final class Crashes implements CubeDomain<SessionRecord, Activity> {

        private final CubeDomain<SessionRecord, Activity> sessions = new SessionCubeDomain();
        private final OrganizationId organization;
        private final int[] at;
        private final AtomicInteger contributions = new AtomicInteger();
        private final AtomicInteger happened = new AtomicInteger();

        private Crashes(OrganizationId organization, int... at) {
            this.organization = organization;
            this.at = at;
        }

        @Override
        public String name() {
            return sessions.name();
        }

        @Override
        public @Nullable SessionRecord read(byte[] key, byte @Nullable [] value) {
            return sessions.read(key, value);
        }

        @Override
        public Contribution contribution(SessionRecord session) {
            int next = happened.get();
            if (session.organization().equals(organization)
                    && next < at.length
                    && contributions.incrementAndGet() >= at[next]
                    && happened.compareAndSet(next, next + 1)) {
                throw new IllegalStateException("crash " + next + ", as planned");
            }
            return sessions.contribution(session);
        }

        @Override
        public Subjects<SessionRecord, Activity> subjects() {
            return sessions.subjects();
        }

        @Override
        public Set<TallyName> fates(Change<SessionRecord> change) {
            return sessions.fates(change);
        }
    }
}
