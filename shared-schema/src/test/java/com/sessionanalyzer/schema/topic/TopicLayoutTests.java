package com.sessionanalyzer.schema.topic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicLayoutTests {

    private static final String USUAL_SEGMENT_BYTES = Integer.toString(1 << 30);

    static List<NewTopic> topics() {
        return Stream.concat(SessionTopics.all(6).stream(), IntakeLogTopics.all(6).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void letsTheLargestMessageIntoASegment(NewTopic topic) {
        Map<String, String> settings = topic.configs();

        assertThat(Integer.parseInt(requireNonNull(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG))))
                .isLessThanOrEqualTo(
                        Integer.parseInt(settings.getOrDefault(TopicConfig.SEGMENT_BYTES_CONFIG, USUAL_SEGMENT_BYTES)));
    }

    @ParameterizedTest
    @CsvSource({SessionTopics.CUBE + ",PT1H", SessionTopics.CUSTOMERS + ",PT1H", IntakeLogTopics.COUNTS + ",PT0S"})
    void compactsSoonWhatIsReadWholeAtEachStart(String name, Duration lag) {
        NewTopic topic = topics().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(topic.configs())
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                .containsEntry(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(lag.toMillis()))
                .containsKeys(TopicConfig.SEGMENT_BYTES_CONFIG, TopicConfig.SEGMENT_MS_CONFIG);
    }
}
