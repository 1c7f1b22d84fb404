package com.sessionanalyzer.standalone.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.zaxxer.hikari.HikariConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What docs/operations.md says of clusters and databases that others operate. */
class ManagedServersTests {

    @Test
    void takesTheSecurityOfKafkaFromTheEnvironmentForEveryKindOfClient() {
        KafkaProperties kafka = bound(
                "spring.kafka",
                KafkaProperties.class,
                Map.of(
                        "SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_SSL",
                        "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512",
                        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "module required;",
                        "SPRING_KAFKA_PROPERTIES_SSL_TRUSTSTORE_LOCATION", "/etc/kafka/trust.p12"));

        assertThat(List.of(
                        kafka.buildAdminProperties(), kafka.buildConsumerProperties(), kafka.buildProducerProperties()))
                .allSatisfy(client -> assertThat(client)
                        .containsEntry("security.protocol", "SASL_SSL")
                        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                        .containsEntry("sasl.jaas.config", "module required;")
                        .containsEntry("ssl.truststore.location", "/etc/kafka/trust.p12"));
    }

    @Test
    void takesTheSizeAndTheAgeOfTheDatabasesPoolFromTheEnvironment() {
        HikariConfig pool = bound(
                "spring.datasource.hikari",
                HikariConfig.class,
                Map.of(
                        "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "8",
                        "SPRING_DATASOURCE_HIKARI_MAX_LIFETIME", "600000"));

        assertThat(pool.getMaximumPoolSize()).isEqualTo(8);
        assertThat(pool.getMaxLifetime()).isEqualTo(600_000);
    }

    @Test
    void leavesTheReplicationOfEveryTopicToTheBroker() {
        List<NewTopic> topics = Stream.concat(SessionTopics.all(6).stream(), IntakeLogTopics.all(6).stream())
                .toList();

        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.replicationFactor()).isEqualTo((short) -1);
            assertThat(topic.configs()).doesNotContainKey(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        });
    }

    private static <T> T bound(String prefix, Class<T> type, Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bind(prefix, type).get();
    }
}
