package com.sessionanalyzer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.topic.TopicLayout;
import com.sessionanalyzer.schema.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicIdentityIT {

    private final Map<String, Object> connection = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
    private final Topics topics = new Topics(connection, Duration.ofSeconds(20));

    @Test
    void tellsATopicFromOneOfTheSameNameThatWasMadeAnew() throws Exception {
        List<NewTopic> wanted = List.of(TopicLayout.table("identity-of-a-table", 2, 1 << 20));
        topics.ensure(wanted);
        String first = topics.identity(wanted);
        topics.ensure(wanted);
        assertThat(topics.identity(wanted)).isEqualTo(first);

        try (Admin admin = Admin.create(connection)) {
            admin.deleteTopics(List.of("identity-of-a-table")).all().get();
            await().until(() -> !admin.listTopics().names().get().contains("identity-of-a-table"));
        }
        topics.ensure(wanted);

        assertThat(topics.identity(wanted)).isNotEqualTo(first);
    }
}
