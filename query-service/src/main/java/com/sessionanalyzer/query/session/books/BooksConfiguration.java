package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.intake.IntakeGauge;
import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.kafka.KafkaClients;
import com.sessionanalyzer.query.kafka.TopicsInPlace;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.SessionLedger;
import com.sessionanalyzer.query.session.books.LiveBooks.SamplerSession;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Assembles the books. */
@Configuration(proxyBeanMethods = false)
@Import({PipelinePage.class, PipelineController.class})
public class BooksConfiguration {

    private static final Duration USEFUL = Duration.ofMinutes(2);

    private static final Duration LOOK_FOR_LAGS = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    @Bean
    LiveBooks liveBooks(
            KafkaClients clients,
            DataSource database,
            SessionLedger ledger,
            IntakeGauge gauge,
            Clock intakeClock,
            QueryProperties properties) {
        return new LiveBooks(
                counting -> new Session(counting, clients, database, ledger, intakeClock, properties),
                gauge,
                properties.patience(),
                USEFUL);
    }

    @Bean
    ConsumerLoop booksLoop(LiveBooks books, KafkaClients clients, TopicsInPlace topics, QueryProperties properties) {
        return new ConsumerLoop(
                "session-books", () -> clients.consumer("csa-query-books", Map.of()), books, properties.retry());
    }

    @Bean
    LagWatch lagWatch(
            KafkaClients clients,
            DataSource database,
            SessionLedger ledger,
            Clock intakeClock,
            QueryProperties properties) {
        return new LagWatch(
                looking -> new LagLook(looking, clients, database, ledger, intakeClock, properties),
                LOOK_FOR_LAGS,
                LOOK_FOR_LAGS.multipliedBy(4));
    }

    @Bean
    ConsumerLoop lagLoop(LagWatch watch, KafkaClients clients, TopicsInPlace topics, QueryProperties properties) {
        return new ConsumerLoop(
                "session-lags",
                () -> clients.consumer("csa-query-lags", Map.of("max.poll.records", 1)),
                watch,
                properties.retry());
    }

    /** A sampler with clients of its own. */
    private static final class Session implements SamplerSession {

        private final Admin admin;
        private final Consumer<byte[], byte[]> looking;
        private final Sampler sampler;

        private Session(
                Consumer<byte[], byte[]> counting,
                KafkaClients clients,
                DataSource database,
                SessionLedger ledger,
                Clock clock,
                QueryProperties properties) {
            this.admin = clients.admin(Math.toIntExact(properties.patience().toMillis()));
            this.looking = clients.consumer("csa-query-books-lag", Map.of("max.poll.records", 1));
            TopicOffsets offsets = new TopicOffsets(admin, properties.patience());
            this.sampler = new Sampler(
                    new CountsReader(counting, offsets),
                    offsets,
                    new TableSampler(
                            database,
                            progress(database, SessionTopics.RECORDS),
                            progress(database, SessionTopics.REJECTIONS)),
                    ledger,
                    new LastRecords(looking),
                    new Lags(looking, offsets, clock, properties.partitions()),
                    clock,
                    properties.partitions(),
                    LOOK);
        }

        private static ProjectionProgress progress(DataSource database, String topic) {
            return new ProjectionProgress(database, topic, new PositionGate(1));
        }

        @Override
        public Sample sample() {
            return sampler.sample();
        }

        @Override
        public void close() {
            looking.close(CloseOptions.timeout(GOODBYE));
            admin.close(GOODBYE);
        }
    }
}
