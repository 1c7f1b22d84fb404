package com.sessionanalyzer.query.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.query.cube.ShardEntry.Progress;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ShardTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final int CUBE = 0;
    private static final int CUSTOMERS = 1;

    private final Shard<List<String>> shard = new Shard<>(2);

    @Test
    void holdsChangesBackUntilBothTopicsHaveToldTheirPart() {
        shard.add(CUBE, change("cell"));
        List<Batch<List<String>>> early = end(CUBE, 7);
        shard.add(CUSTOMERS, change("customer"));

        List<Batch<List<String>>> complete = end(CUSTOMERS, 7);

        assertThat(early).isEmpty();
        assertThat(complete).singleElement().satisfies(batch -> {
            assertThat(batch.offset()).isEqualTo(7);
            assertThat(effects(complete)).containsExactly("cell", "customer");
            assertThat(batch.places())
                    .containsOnly(
                            entry(new TopicPartition("topic-0", 0), 70L), entry(new TopicPartition("topic-1", 0), 71L));
        });
    }

    @Test
    void keepsWhatBelongsToTheNextBatch() {
        shard.add(CUBE, change("cell 1"));
        end(CUBE, 1);
        shard.add(CUBE, change("cell 2"));
        end(CUBE, 2);

        List<Batch<List<String>>> first = end(CUSTOMERS, 1);

        assertThat(effects(first)).containsExactly("cell 1");
    }

    @Test
    void mergesABatchWhoseCounterpartWasCompactedAway() {
        shard.add(CUBE, change("cell 1"));
        end(CUBE, 1);
        shard.add(CUBE, change("cell 2"));
        end(CUBE, 2);
        shard.add(CUSTOMERS, change("customer"));

        List<Batch<List<String>>> complete = end(CUSTOMERS, 2);

        assertThat(complete).hasSize(1);
        assertThat(effects(complete)).containsExactly("cell 1", "cell 2", "customer");
        assertThat(complete.get(0).places()).containsEntry(new TopicPartition("topic-0", 0), 20L);
    }

    @Test
    void mergesLaterWhenTheNextProgressIsNotReadYet() {
        end(CUBE, 1);
        assertThat(end(CUSTOMERS, 3)).isEmpty();

        assertThat(end(CUBE, 2)).isEmpty();

        assertThat(end(CUBE, 3))
                .singleElement()
                .satisfies(batch -> assertThat(batch.offset()).isEqualTo(3));
    }

    @Test
    void takesARepeatedProgressAsAnotherBatch() {
        end(CUBE, 1);
        end(CUBE, 1);

        assertThat(end(CUSTOMERS, 1)).hasSize(1);
        assertThat(end(CUSTOMERS, 1)).hasSize(1);
    }

    private static Change<List<String>> change(String effect) {
        return new Change<>(0, ACME, effects -> effects.add(effect));
    }

    private List<Batch<List<String>>> end(int topic, long offset) {
        return shard.end(
                topic,
                new Progress<>(0, offset, Instant.ofEpochSecond(offset)),
                Map.of(new TopicPartition("topic-" + topic, 0), 10 * offset + topic));
    }

    private static List<String> effects(List<Batch<List<String>>> batches) {
        List<String> effects = new ArrayList<>();
        batches.forEach(
                batch -> batch.changes().forEach(change -> change.effect().accept(effects)));
        return effects;
    }
}
