package com.sessionanalyzer.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private final Interruption interruption = new Interruption();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void close() {
        interruption.close();
    }

    @Test
    void triesAgainUntilKafkaAnswers() {
        Deque<Long> away = new ArrayDeque<>(List.of(0L, 0L, 7L));

        String result = patience(Duration.ofMinutes(1)).await(() -> {
            if (!away.isEmpty()) {
                throw away(away.remove());
            }
            return "loaded";
        });

        assertThat(result).isEqualTo("loaded");
        assertThat(said)
                .containsExactly(
                        "Kafka at k:1 does not answer. Trying again for 60 s.",
                        "Kafka at k:1 does not answer. Trying again for 60 s.");
    }

    @Test
    void givesUpWithOneSentenceThatSaysHowToGoOn() {
        List<Integer> tries = new ArrayList<>();

        assertThatThrownBy(() -> patience(Duration.ZERO).await(() -> {
                    tries.add(1);
                    throw away(3);
                }))
                .isInstanceOf(PlainFailure.class)
                .hasMessage(
                        "Kafka at k:1 does not answer. What was committed stays; run the same command again to go on.");
        assertThat(tries).hasSize(1);
        assertThat(said).isEmpty();
    }

    private Patience patience(Duration limit) {
        return new Patience(limit, interruption, said::add);
    }

    private static KafkaAwayException away(long reached) {
        return new KafkaAwayException("Kafka at k:1 does not answer.", reached, new TimeoutException("raw"));
    }
}
