package com.sessionanalyzer.analytics.cube;

import static com.sessionanalyzer.analytics.cube.VisitShard.bytes;
import static com.sessionanalyzer.analytics.cube.VisitShard.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts within a subject's entry, as entries of their own, and as earlier versions kept them. */
class SubjectPartsTests {

    @TempDir
    Path directory;

    private VisitShard shard;

    @BeforeEach
    void start() {
        shard = new VisitShard(directory);
    }

    @Test
    void goesOnFromCountersOfRecordsThatAnEarlierVersionKept() {
        shard.put("ann/1", "louvre");
        shard.put("ann/2", "louvre");
        shard.emit();
        shard.commit();
        keepAsEarlierVersionsDid("ann", 2, "louvre", 2);
        shard.aggregates()
                .putAll(List.of(
                        KeyValue.pair(key("eann\tvisitors-by-museum\tlouvre"), null),
                        KeyValue.pair(key("dann\tvisitors-by-museum\tlouvre"), new byte[] {0, 0, 0, 0, 0, 0, 0, 2})));

        shard.startOnKeptStores();
        shard.put("ann/1", null);
        shard.put("ann/2", null);
        shard.emit();
        shard.commit();

        assertThat(shard.emittedToCube()).contains("tally\t4\tcity\tvisitors-by-museum\tlouvre=gone");
        assertThat(shard.aggregates().get(key("dann\tvisitors-by-museum\tlouvre")))
                .isNull();
    }

    @Test
    void makesAnEntryOfEachPartWhenThereAreTooMany() {
        shard.put("ann/0", "louvre");
        shard.put("ann/1", "prado");
        shard.put("ann/2", "tate");
        shard.put("ann/3", "louvre");
        shard.emit();
        assertThat(shard.emittedToSubjects()).contains("ann=4 louvre=2 prado=1 tate=1");

        shard.put("ann/4", "uffizi");
        shard.put("ann/1", "tate");
        shard.emit();

        assertThat(shard.emittedToSubjects())
                .containsExactly(
                        "ann=5",
                        "ann in louvre=2",
                        "ann in prado=gone",
                        "ann in tate=2",
                        "ann in uffizi=1",
                        "progress 4=5 1970-01-01T00:00:00.005Z");
        assertThat(shard.emittedToCube())
                .contains(
                        "tally\t4\tcity\tvisitors-by-museum\tprado=gone", "tally\t4\tcity\tvisitors-by-museum\tuffizi");
    }

    @Test
    void hasPartsTogetherAgainWhenASubjectComesBack() {
        for (String museum : List.of("louvre", "prado", "tate", "uffizi")) {
            shard.put("ann/" + museum, museum);
        }
        shard.emit();
        for (String museum : List.of("louvre", "prado", "tate", "uffizi")) {
            shard.put("ann/" + museum, null);
        }
        shard.put("ann/1", "prado");
        shard.emit();

        assertThat(shard.emittedToSubjects()).startsWith("ann=1 prado=1");
        assertThat(shard.emittedToSubjects()).contains("ann in prado=gone", "ann in tate=gone");
    }

    @Test
    void goesOnFromSubjectsWhosePartsAnEarlierVersionKeptApart() {
        shard.put("ann/1", "louvre");
        shard.put("ann/2", "louvre");
        shard.emit();
        shard.commit();
        keepAsEarlierVersionsDid("ann", 2, "louvre", 2);

        shard.startOnKeptStores();
        shard.put("ann/1", "prado");
        shard.put("ann/2", null);
        shard.emit();

        assertThat(shard.emittedToSubjects())
                .containsExactlyInAnyOrder(
                        "ann=1", "ann in louvre=gone", "ann in prado=1", "progress 4=3 1970-01-01T00:00:00.003Z");
        assertThat(shard.emittedToCube())
                .contains(
                        "tally\t4\tcity\tvisitors-by-museum\tlouvre=gone", "tally\t4\tcity\tvisitors-by-museum\tprado");
    }

    /** An entry of each part, and a counter of each value; entries stand behind the offset that changed them last. */
    private void keepAsEarlierVersionsDid(String visitor, long visits, String museum, long visitsThere) {
        shard.aggregates()
                .putAll(List.of(
                        KeyValue.pair(key("s" + visitor), bytes("\0\0\0\0\0\0\0\0" + visits)),
                        KeyValue.pair(key("v" + visitor + " in " + museum), bytes("\0\0\0\0\0\0\0\0" + visitsThere)),
                        KeyValue.pair(
                                key("e" + visitor + "\tvisitors-by-museum\t" + museum),
                                new byte[] {0, 0, 0, 0, 0, 0, 0, 1})));
    }
}
