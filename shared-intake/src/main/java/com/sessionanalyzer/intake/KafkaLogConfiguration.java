package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assembles the log in Kafka and the table of deliveries, unless there is another log. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(RecordLog.class)
class KafkaLogConfiguration {

    @Bean
    LogReaders logReaders(KafkaProperties kafka, IntakeProperties properties) {
        return new LogReaders(kafka.buildConsumerProperties(), kafka.buildAdminProperties(), properties.startTimeout());
    }

    @Bean
    FollowedTables followedTables(LogReaders readers) {
        return new FollowedTables(readers);
    }

    @Bean
    DeliveryStore deliveryStore(IntakeProperties properties) {
        return new DeliveryStore(properties.stateDir().resolve(properties.instance()));
    }

    @Bean
    RecentDeliveries recentDeliveries() {
        return new RecentDeliveries();
    }

    @Bean
    Deliveries deliveries(DeliveryStore store, RecentDeliveries recent) {
        return new DeliveryTable(store, recent);
    }

    @Bean
    KafkaRecordLog recordLog(
            IntakeProperties properties,
            KafkaProperties kafka,
            List<IntakeTopics> domains,
            LogReaders readers,
            DeliveryStore store,
            RecentDeliveries recent,
            RecordIds recordIds,
            ObjectProvider<MeterRegistry> metrics,
            Clock intakeClock) {
        Tenure tenure = new Tenure(properties.instance(), recordIds.next());
        MeterRegistry registry = metrics.getIfAvailable(SimpleMeterRegistry::new);
        CommitTimes bulk = new CommitTimes(registry, Lane.BULK);
        CountHistory history = new CountHistory(readers);
        WriterSettings settings = new WriterSettings(properties, kafka.buildProducerProperties());
        Map<Lane, List<Writer>> writers = Map.of(
                Lane.POSTS,
                        List.of(writer(
                                settings.posts(),
                                properties,
                                history,
                                recent,
                                tenure,
                                new CommitTimes(registry, Lane.POSTS),
                                intakeClock)),
                Lane.STREAM,
                        List.of(writer(
                                settings.stream(),
                                properties,
                                history,
                                recent,
                                tenure,
                                new CommitTimes(registry, Lane.STREAM),
                                intakeClock)),
                Lane.BULK,
                        IntStream.range(0, properties.bulkWriters())
                                .mapToObj(i -> writer(
                                        settings.bulk(i), properties, history, recent, tenure, bulk, intakeClock))
                                .toList());
        Topics topics = new Topics(kafka.buildAdminProperties(), properties.startTimeout());
        return new KafkaRecordLog(
                () -> prepare(topics, properties.partitions(), domains),
                writers,
                history,
                new DeliveryReader(readers, store, recent),
                tenure,
                properties.startTimeout());
    }

    private static Writer writer(
            ProducerSettings settings,
            IntakeProperties properties,
            CountHistory history,
            RecentDeliveries recent,
            Tenure tenure,
            CommitTimes times,
            Clock clock) {
        return new Writer(
                settings.transactionalId(),
                () -> new KafkaProducer<>(settings.transactional()),
                settings.acknowledgement(),
                properties.maxTransaction().toBytes(),
                history::read,
                recent,
                tenure,
                times,
                clock);
    }

    private static void prepare(Topics topics, int partitions, List<IntakeTopics> domains) {
        topics.ensure(IntakeLogTopics.all(partitions));
        domains.forEach(domain -> topics.ensure(domain.topics()));
    }
}
