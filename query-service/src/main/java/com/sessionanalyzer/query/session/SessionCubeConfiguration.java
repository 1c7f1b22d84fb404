package com.sessionanalyzer.query.session;

import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.cube.CubeFile;
import com.sessionanalyzer.query.cube.CubeHealth;
import com.sessionanalyzer.query.cube.CubeReading;
import com.sessionanalyzer.query.cube.CubeWatch;
import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.freshness.Freshness;
import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.kafka.KafkaClients;
import com.sessionanalyzer.query.kafka.KafkaContact;
import com.sessionanalyzer.query.kafka.TopicIds;
import com.sessionanalyzer.query.kafka.TopicsInPlace;
import com.sessionanalyzer.query.live.LiveMeters;
import com.sessionanalyzer.query.live.LiveStream;
import com.sessionanalyzer.query.live.RoomForReaders;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.session.customer.CustomerList;
import com.sessionanalyzer.query.session.filter.MergedNames;
import com.sessionanalyzer.query.session.insights.FactInsights;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.query.session.rows.CustomerNames;
import com.sessionanalyzer.query.session.rows.RowTotals;
import com.sessionanalyzer.schema.session.SessionTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The numbers: the cube in memory, what keeps it current, and who is told. */
@Configuration(proxyBeanMethods = false)
class SessionCubeConfiguration {

    private static final Duration USUAL_SILENCE = Duration.ofSeconds(5);

    @Bean
    SessionCubeReader querySessionCube(QueryProperties properties) {
        LiveCube<SessionPart> cube = new LiveCube<>(SessionPart::empty);
        PositionGate gate = new PositionGate(properties.maxWaiting());
        cube.addListener((position, organizations) -> gate.reach(position));
        KafkaContact contact = new KafkaContact(USUAL_SILENCE);
        return new SessionCubeReader(
                cube,
                gate,
                contact,
                new CubeInsights(cube, gate, properties.patience(), properties.listLimit(), contact),
                new CubeTotals(cube, gate, properties.patience()));
    }

    /** Begins to read while the rest is assembled, for nothing is ready before all is read. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    ConsumerLoop querySessionCubeLoop(
            SessionCubeReader cube,
            KafkaClients clients,
            TopicsInPlace topics,
            QueryProperties properties,
            MeterRegistry registry,
            Clock intakeClock,
            Traces traces) {
        int millis = Math.toIntExact(properties.kafkaTimeout().toMillis());
        CubeFile<SessionPart> file = new CubeFile<>(
                properties.stateDir().resolve("session-numbers.state"),
                new SessionPartFormat(),
                SessionPart::empty,
                new TopicIds(() -> clients.admin(millis), properties.kafkaTimeout())::of,
                intakeClock);
        CubeWatch watch = new CubeWatch(SessionTopics.DOMAIN, traces, new Freshness(registry, intakeClock, "numbers"));
        return new ConsumerLoop(
                "session-cube-reader",
                () -> clients.consumer("csa-query-session-cube", Map.of()),
                new CubeReading<>(
                        SessionCubeTopics.all(),
                        SessionFacts.topic(),
                        SessionPart::empty,
                        cube.cube(),
                        watch,
                        cube.contact(),
                        file),
                properties.retry());
    }

    @Bean
    CubeMeters cubeMeters(SessionCubeReader cube) {
        return new CubeMeters(cube.cube());
    }

    @Bean
    LiveMeters liveMeters(LiveStream insightsStream) {
        return new LiveMeters(insightsStream);
    }

    @Bean
    CubeHealth cubeHealthIndicator(SessionCubeReader cube) {
        return new CubeHealth(cube.cube(), cube.contact());
    }

    @Bean
    InsightsReader insightsReader(SessionCubeReader cube) {
        return cube.insights();
    }

    @Bean
    SessionSnapshots sessionSnapshots(SessionCubeReader cube, QueryProperties properties) {
        return new SessionSnapshots(cube.cube(), cube.gate(), properties.patience());
    }

    @Bean
    FilteredInsightsReader filteredInsights(SessionSnapshots sessionSnapshots, MergedNames merged) {
        FactInsights facts = new FactInsights(sessionSnapshots);
        return (organization, asked, after, listLimit) ->
                facts.read(organization, asked.of(merged.follow(organization, asked.filter())), after, listLimit);
    }

    @Bean
    SessionLedger sessionLedger(SessionCubeReader cube) {
        return new CubeLedger(cube.cube(), cube.gate());
    }

    @Bean
    CustomerList customerList(SessionCubeReader cube, QueryProperties properties) {
        return new CubeCustomers(cube.cube(), cube.gate(), properties.patience());
    }

    @Bean
    CustomerSnapshots customerSnapshots(SessionCubeReader cube) {
        return new CubeSnapshots(cube.cube());
    }

    @Bean
    TotalsReader sessionTotals(SessionCubeReader cube) {
        return cube.totals();
    }

    @Bean
    CustomerNames customerNames(SessionCubeReader cube) {
        return new CubeCustomerNames(cube.cube());
    }

    @Bean
    RowTotals rowTotals(InsightsReader insights) {
        return new InsightsTotals(insights);
    }

    @Bean
    LiveStream insightsStream(SessionCubeReader cube, QueryProperties properties, Traces traces) {
        LiveStream stream = new LiveStream(
                new InsightsFrames(cube.cube(), cube.insights(), properties.listLimit()),
                new LiveStream.Settings(
                        properties.liveInterval(), properties.liveHeartbeat(), properties.liveConnections()),
                traces);
        cube.cube().addListener(new StreamedChanges(stream));
        return stream;
    }

    @Bean
    RoomForReaders roomForReaders(QueryProperties properties) {
        return new RoomForReaders(properties.liveConnections());
    }
}
