package com.sessionanalyzer.query.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.state.Kept;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The sums after any changes of cells, beside those of the cells that are left. */
class CellSumsProperties {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");
    private static final Pairing PAIRING = new Pairing(1, 0);

    @Property(tries = 150)
    void areThoseOfTheCellsThatThereAre(@ForAll("changes") List<Change> changes) {
        CellColumns cells = new CellColumns(2, 2, List.of(PAIRING));
        Map<CubeKey.Cell, CubeEntry.Cell> left = new HashMap<>();
        for (Change change : changes) {
            cells.set(change.key(), change.cell());
            if (change.cell() == null) {
                left.remove(change.key());
            } else {
                left.put(change.key(), change.cell());
            }
        }

        assertSums(cells.sums(), left);
        assertSums(
                Kept.again(cells::write, input -> CellColumns.read(input, List.of(PAIRING)))
                        .sums(),
                left);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<CubeKey.Cell> keys = Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of("EU", "US", "AU"),
                        Arbitraries.of("MySQL", "S3"))
                .as((shard, day, region, source) ->
                        new CubeKey.Cell(ACME, shard, MONDAY.plusDays(day), List.of(region, source)));
        Arbitrary<CubeEntry.Cell> cells = Combinators.combine(
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.maps(minutes(), counts()).ofMaxSize(3))
                .as((records, histogram) ->
                        new CubeEntry.Cell(List.of(records, records * 7), new TreeMap<>(histogram)));
        return Combinators.combine(keys, cells.injectNull(0.3))
                .as(Change::new)
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 4);
    }

    private static Arbitrary<Long> counts() {
        return Arbitraries.longs().between(1, 5);
    }

    private static void assertSums(CellSums sums, Map<CubeKey.Cell, CubeEntry.Cell> cells) {
        for (int measure = 0; measure < 2; measure++) {
            int each = measure;
            BiFunction<CubeKey.Cell, CubeEntry.Cell, Long> value =
                    (key, cell) -> cell.measures().get(each);
            assertThat(sums.total(measure))
                    .isEqualTo(added(cells, key -> "all", value).getOrDefault("all", 0L));
            for (int dimension = 0; dimension < 2; dimension++) {
                int one = dimension;
                assertThat(sums.by(dimension, measure))
                        .isEqualTo(added(cells, key -> key.dimensions().get(one), value));
            }
            assertThat(sums.by(PAIRING, measure))
                    .isEqualTo(added(
                            cells,
                            key -> new Pair(
                                    key.dimensions().get(1), key.dimensions().get(0)),
                            value));
            Map<LocalDate, Long> days = new HashMap<>();
            sums.byDay().forEach((day, measures) -> days.put(day, measures[each]));
            assertThat(days).isEqualTo(added(cells, CubeKey.Cell::day, value));
        }
        assertThat(sums.histogram()).isEqualTo(histogram(cells));
    }

    private static <K> Map<K, Long> added(
            Map<CubeKey.Cell, CubeEntry.Cell> cells,
            Function<CubeKey.Cell, K> group,
            BiFunction<CubeKey.Cell, CubeEntry.Cell, Long> value) {
        Map<K, Long> sums = new HashMap<>();
        cells.forEach((key, cell) -> sums.merge(group.apply(key), value.apply(key, cell), Long::sum));
        return sums;
    }

    private static SortedMap<Integer, Long> histogram(Map<CubeKey.Cell, CubeEntry.Cell> cells) {
        SortedMap<Integer, Long> sums = new TreeMap<>();
        cells.values().forEach(cell -> cell.histogram().forEach((bin, count) -> sums.merge(bin, count, Long::sum)));
        return sums;
    }

    record Change(CubeKey.Cell key, CubeEntry.@Nullable Cell cell) {}
}
