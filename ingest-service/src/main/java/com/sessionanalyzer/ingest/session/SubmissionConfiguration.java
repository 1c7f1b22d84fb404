package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.SubmissionProperties;
import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.IntakeProperties;
import com.sessionanalyzer.intake.ParseTimes;
import com.sessionanalyzer.intake.session.SessionBatches;
import com.sessionanalyzer.schema.topic.BoundedAdmin;
import com.sessionanalyzer.security.Organization;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assembles the reading of submissions, where there is Kafka to read them from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubmissionProperties.class)
@ConditionalOnBean(name = "recordLog")
@ConditionalOnBooleanProperty(name = "csa.submissions.enabled", matchIfMissing = true)
public class SubmissionConfiguration {

    private static final int SESSION_TIMEOUT_MILLIS = 20_000;
    private static final int FETCH_BYTES = 16 << 20;

    @Bean
    SubmissionConsumer submissionConsumer(
            SubmissionProperties properties,
            IntakeProperties log,
            KafkaProperties kafka,
            Intake intake,
            Deliveries deliveries,
            SessionBatches batches,
            ParseTimes times,
            Organization configuredOrganization,
            Clock intakeClock) {
        Map<String, Object> settings = settings(kafka, properties.group(), log.instance());
        SubmissionReader reader = new SubmissionReader(
                configuredOrganization.id(),
                Math.toIntExact(properties.maxUnpacked().toBytes()));
        return new SubmissionConsumer(
                () -> consumer(settings),
                topic -> new SubmissionIds(topicId(kafka, log, topic)),
                new SubmissionSettling(
                        intake,
                        deliveries,
                        batches,
                        configuredOrganization,
                        reader,
                        times,
                        properties.batch().toBytes(),
                        intakeClock),
                new SubmissionState(properties.retry(), intakeClock),
                intake::refusal);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings);
    }

    private static Map<String, Object> settings(KafkaProperties kafka, String group, String instance) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "csa-" + instance);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    private static String topicId(KafkaProperties kafka, IntakeProperties log, String topic) {
        try (BoundedAdmin admin = new BoundedAdmin(kafka.buildAdminProperties(), log.startTimeout())) {
            KafkaFuture<TopicDescription> described = Objects.requireNonNull(admin.calls()
                    .describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic));
            return admin.await(described).topicId().toString();
        } catch (ExecutionException failed) {
            throw new KafkaException("Kafka does not describe " + topic, failed);
        }
    }
}
