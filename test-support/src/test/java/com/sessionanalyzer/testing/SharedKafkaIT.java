package com.sessionanalyzer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class SharedKafkaIT {

    @Test
    void isOneClusterThatMakesNoTopicsByItself() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
            assertThat(admin.describeCluster().clusterId().get()).isEqualTo(TestKafka.clusterId());
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> admin.describeTopics(List.of("nobody-made-this"))
                            .allTopicNames()
                            .get())
                    .withCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }
}
