package com.sessionanalyzer.query.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.query.cube.ShardEntry.Progress;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final int CUBE = 0;
    private static final int CUSTOMERS = 1;

    private final Shard<List<String>> shard = new Shard<>(2);

    @Test
    void holdsChangesBackUntilBothTopicsHaveToldTheirPart() {
        shard.add(CUBE, change("cell"));
        List<Batch<List<String>>> early = shard.end(CUBE, progress(7));
        shard.add(CUSTOMERS, change("customer"));

        List<Batch<List<String>>> complete = shard.end(CUSTOMERS, progress(7));

        assertThat(early).isEmpty();
        assertThat(complete).singleElement().satisfies(batch -> {
            assertThat(batch.offset()).isEqualTo(7);
            assertThat(effects(complete)).containsExactly("cell", "customer");
        });
    }

    @Test
    void keepsWhatBelongsToTheNextBatch() {
        shard.add(CUBE, change("cell 1"));
        shard.end(CUBE, progress(1));
        shard.add(CUBE, change("cell 2"));
        shard.end(CUBE, progress(2));

        List<Batch<List<String>>> first = shard.end(CUSTOMERS, progress(1));

        assertThat(effects(first)).containsExactly("cell 1");
    }

    @Test
    void mergesABatchWhoseCounterpartWasCompactedAway() {
        shard.add(CUBE, change("cell 1"));
        shard.end(CUBE, progress(1));
        shard.add(CUBE, change("cell 2"));
        shard.end(CUBE, progress(2));
        shard.add(CUSTOMERS, change("customer"));

        List<Batch<List<String>>> complete = shard.end(CUSTOMERS, progress(2));

        assertThat(complete).hasSize(1);
        assertThat(effects(complete)).containsExactly("cell 1", "cell 2", "customer");
    }

    @Test
    void mergesLaterWhenTheNextProgressIsNotReadYet() {
        shard.end(CUBE, progress(1));
        assertThat(shard.end(CUSTOMERS, progress(3))).isEmpty();

        assertThat(shard.end(CUBE, progress(2))).isEmpty();

        assertThat(shard.end(CUBE, progress(3)))
                .singleElement()
                .satisfies(batch -> assertThat(batch.offset()).isEqualTo(3));
    }

    @Test
    void takesARepeatedProgressAsAnotherBatch() {
        shard.end(CUBE, progress(1));
        shard.end(CUBE, progress(1));

        assertThat(shard.end(CUSTOMERS, progress(1))).hasSize(1);
        assertThat(shard.end(CUSTOMERS, progress(1))).hasSize(1);
    }

    private static Change<List<String>> change(String effect) {
        return new Change<>(0, ACME, effects -> effects.add(effect));
    }

    private static Progress<List<String>> progress(long offset) {
        return new Progress<>(0, offset, Instant.ofEpochSecond(offset));
    }

    private static List<String> effects(List<Batch<List<String>>> batches) {
        List<String> effects = new ArrayList<>();
        batches.forEach(
                batch -> batch.changes().forEach(change -> change.effect().accept(effects)));
        return effects;
    }
}
