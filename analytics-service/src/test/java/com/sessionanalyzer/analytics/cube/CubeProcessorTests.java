package com.sessionanalyzer.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor alone: what it emits, and what a crash between a commit and its emission leaves. */
class CubeProcessorTests {

    @TempDir
    Path directory;

    private VisitShard shard;

    @BeforeEach
    void start() {
        shard = new VisitShard(directory);
    }

    @Test
    void emitsAbsoluteEntriesAndThenProgressToBothTopics() {
        shard.put("ann/1", "louvre");
        shard.put("ann/2", "louvre");

        shard.emit();

        assertThat(shard.emittedToCube())
                .containsExactly(
                        "cell\t4\tcity\t0\tlouvre",
                        "tally\t4\tcity\tarrived\t",
                        "tally\t4\tcity\tvisitors\t",
                        "tally\t4\tcity\tvisitors-by-museum\tlouvre",
                        "progress\t4");
        assertThat(shard.emittedToSubjects())
                .containsExactly("ann=2 louvre=2", "progress 4=1 1970-01-01T00:00:00.001Z");
    }

    @Test
    void waitsForTheIntervalAfterTheFirstChange() {
        shard.context().setCurrentSystemTimeMs(1);
        shard.put("ann/1", "louvre");

        shard.emit();

        assertThat(shard.context().forwarded()).isEmpty();
    }

    @Test
    void asksForACommitAfterAnEmissionAndNotWithoutOne() {
        shard.emit();
        assertThat(shard.context().committed()).isFalse();

        shard.put("ann/1", "louvre");
        shard.emit();

        assertThat(shard.context().committed()).isTrue();
    }

    @Test
    void emitsAgainWhatAnotherFoldedAndNeverEmitted() {
        shard.put("ann/1", "louvre");
        shard.put("bob/1", "prado");
        shard.emit();
        shard.put("cid/1", "louvre");
        shard.put("bob/1", null);

        shard.startOnKeptStores();
        shard.emit();

        assertThat(shard.emittedToCube())
                .containsExactlyInAnyOrder(
                        "cell\t4\tcity\t0\tlouvre",
                        "cell\t4\tcity\t0\tprado=gone",
                        "tally\t4\tcity\tarrived\t",
                        "tally\t4\tcity\tvisitors\t",
                        "tally\t4\tcity\tvisitors-by-museum\tlouvre",
                        "tally\t4\tcity\tvisitors-by-museum\tprado=gone",
                        "progress\t4");
        assertThat(shard.emittedToSubjects())
                .containsExactlyInAnyOrder("bob=gone", "cid=1 louvre=1", "progress 4=3 1970-01-01T00:00:00.003Z");
    }

    @Test
    void emitsNothingAgainWhenAllWasEmitted() {
        shard.put("ann/1", "louvre");
        shard.emit();

        shard.startOnKeptStores();
        shard.emit();

        assertThat(shard.context().forwarded()).isEmpty();
    }

    @Test
    void countsNothingTwiceWhenItsGroupLostItsOffsetsAndItsLedger() {
        shard.put("ann/1", "louvre");
        shard.put("bob/1", "prado");
        shard.put("bob/1", null);
        shard.emit();

        shard.loseLedger();
        shard.startOnKeptStores();
        shard.goTo(0);
        shard.put("ann/1", "louvre");
        shard.put("bob/1", "prado");
        shard.put("bob/1", null);
        shard.emit();
        assertThat(shard.context().forwarded()).isEmpty();

        shard.put("ann/1", null);
        shard.emit();
        assertThat(shard.emittedToSubjects()).containsExactly("ann=gone", "progress 4=3 1970-01-01T00:00:00.003Z");
    }

    @Test
    void countsWhatHappenedAndNeverTakesItBack() {
        shard.put("ann/1", "louvre");
        shard.put("ann/1", "louvre");
        shard.put("ann/1", "prado");
        shard.put("ann/1", null);
        shard.put("ann/2", "prado");
        shard.emit();
        assertThat(shard.arrived()).isEqualTo(2);

        shard.loseLedger();
        shard.startOnKeptStores();
        shard.goTo(0);
        shard.put("ann/1", "louvre");
        shard.put("bob/1", null);
        shard.goTo(5);
        shard.put("cid/1", "louvre");
        shard.emit();

        assertThat(shard.arrived()).isEqualTo(3);
    }

    @Test
    void sendsARecordWithoutKeyToTheDeadLetters() {
        shard.put((byte[]) null, "louvre");

        assertThat(shard.context().forwarded())
                .singleElement()
                .satisfies(letter -> assertThat(letter.childName()).contains(VisitShard.NAMES.deadLetterSink()));
    }
}
