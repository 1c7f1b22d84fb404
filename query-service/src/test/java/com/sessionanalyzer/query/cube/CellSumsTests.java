package com.sessionanalyzer.query.cube;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CellSumsTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Pairing PAIRING = new Pairing(0, 1);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-10");

    private final CellColumns cells = new CellColumns(2, 2, List.of(PAIRING));
    private final CellSums sums = cells.sums();

    @Test
    void addsTheShardsOfACellUp() {
        cells.set(cell(0, MONDAY, "EU", "MySQL"), counts(2, 20));
        cells.set(cell(1, MONDAY, "EU", "MySQL"), counts(3, 30));

        assertThat(sums.total(0)).isEqualTo(5);
        assertThat(sums.by(0, 1)).containsExactly(entry("EU", 50L));
    }

    @Test
    void countsACellThatIsToldTwiceOnce() {
        cells.set(cell(0, MONDAY, "EU", "MySQL"), counts(2, 20));
        cells.set(cell(0, MONDAY, "EU", "MySQL"), counts(2, 20));

        assertThat(sums.total(0)).isEqualTo(2);
    }

    @Test
    void ordersByCountThenName() {
        cells.set(cell(0, MONDAY, "US", "b"), counts(1, 0));
        cells.set(cell(0, MONDAY, "EU", "b"), counts(1, 0));
        cells.set(cell(0, MONDAY, "AU", "a"), counts(7, 0));

        assertThat(sums.by(0, 0)).containsExactly(entry("AU", 7L), entry("EU", 1L), entry("US", 1L));
        assertThat(sums.by(PAIRING, 0))
                .containsExactly(
                        entry(new Pair("AU", "a"), 7L), entry(new Pair("EU", "b"), 1L), entry(new Pair("US", "b"), 1L));
    }

    @Test
    void leavesOutWhatIsGone() {
        cells.set(cell(0, MONDAY, "EU", "MySQL"), counts(2, 20));
        cells.set(cell(0, TUESDAY, "US", "MySQL"), counts(1, 10));

        cells.set(cell(0, MONDAY, "EU", "MySQL"), null);

        assertThat(sums.by(0, 0)).containsExactly(entry("US", 1L));
        assertThat(sums.byDay()).containsOnlyKeys(TUESDAY);
        assertThat(sums.histogram()).containsExactly(entry(10, 1L));
    }

    @Test
    void findsEveryCellAgainAmongMany() {
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < 5000; number++) {
                cells.set(
                        cell(number % 6, MONDAY.plusDays(number % 100), "r" + number, "s" + number % 7), counts(1, 1));
            }
        }

        assertThat(cells.size()).isEqualTo(5000);
        assertThat(sums.total(0)).isEqualTo(5000);
        assertThat(sums.by(0, 0)).hasSize(5000);
        assertThat(sums.byDay()).hasSize(100);
    }

    private static CubeKey.Cell cell(int shard, LocalDate day, String... dimensions) {
        return new CubeKey.Cell(ACME, shard, day, List.of(dimensions));
    }

    private static CubeEntry.Cell counts(long records, int minutes) {
        TreeMap<Integer, Long> histogram = new TreeMap<>();
        if (minutes > 0) {
            histogram.put(minutes, records);
        }
        return new CubeEntry.Cell(List.of(records, (long) minutes), histogram);
    }
}
