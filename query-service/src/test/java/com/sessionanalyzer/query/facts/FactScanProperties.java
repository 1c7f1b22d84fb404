package com.sessionanalyzer.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.facts.FactSums.Measure;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any question to facts that were added, corrected and taken away in any order is answered as by looking at each of them. */
class FactScanProperties {

    private final ChangedFacts facts = new ChangedFacts();

    @Property(tries = 150)
    void answersAnyQuestion(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6_000) int steps) throws IOException {
        Random random = new Random(seed);
        facts.change(random, steps);

        for (int number = 0; number < 6; number++) {
            FactQuestion question = RandomFactQuestions.of(facts.table(), random);

            FactSums sums = FactScan.of(facts.table(), question, random.nextBoolean() ? 0 : Long.MAX_VALUE);

            assertThat(scanned(sums)).isEqualTo(facts.expected(question));
            assertThat(sums.groups()).isEqualTo(sums.size());
            assertThat(sums.isWhole()).isTrue();
            assertThat(sums.subjects()).isEqualTo(facts.subjects(question));
            if (number == 3) {
                facts.keep();
            }
            facts.change(random, 50);
        }
    }

    @Property(tries = 80)
    void tellsTheFirstBucketsAndCountsTheOthers(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int steps, @ForAll boolean latestFirst) {
        Random random = new Random(seed);
        facts.change(random, steps);
        FactQuestion question = RandomFactQuestions.of(facts.table(), random);
        int detail = 1 + random.nextInt(20);

        FactSums sums = FactScan.of(
                facts.table(), question.inDetail(detail, latestFirst), random.nextBoolean() ? 0 : 1_000_000);

        NavigableMap<Long, AddedFacts> all = facts.expected(question);
        assertThat(sums.groups()).isEqualTo(all.size());
        assertThat(sums.isWhole()).isEqualTo(sums.size() == all.size());
        assertThat(sums.size()).isGreaterThanOrEqualTo(Math.min(detail, all.size()));
        assertThat(sums.subjects())
                .isEqualTo(sums.size() < all.size() ? OptionalInt.empty() : facts.subjects(question));
        assertThat(all.entrySet()).containsAll(scanned(sums).entrySet());
        List<Long> buckets = (latestFirst ? all.descendingMap() : all)
                .keySet().stream()
                        .limit(detail)
                        .map(group -> group / question.groups)
                        .distinct()
                        .toList();
        assertThat(scanned(sums).keySet())
                .containsAll(all.keySet().stream()
                        .filter(group -> buckets.contains(group / question.groups))
                        .toList());
    }

    @Property(tries = 60)
    void tellsTheLargestAndCountsTheOthers(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int steps) {
        Random random = new Random(seed);
        facts.change(random, steps);
        for (int number = 0; number < 12; number++) {
            FactQuestion question = RandomFactQuestions.of(facts.table(), random, RandomFactQuestions.APART);
            Measure measure = List.of(
                            Measure.RECORDS, Measure.AMOUNT, Measure.VALUE, Measure.WITH_VALUE, Measure.WITH_LABEL)
                    .get(random.nextInt(5));
            int most = 1 + random.nextInt(100);

            FactSums sums =
                    FactScan.of(facts.table(), question.ofLargest(measure, most), random.nextBoolean() ? 0 : 1_000_000);

            NavigableMap<Long, AddedFacts> all = facts.expected(question);
            assertThat(sums.groups()).isEqualTo(all.size());
            assertThat(sums.subjects()).isEqualTo(facts.subjects(question));
            assertThat(AddedFacts.of(sums.added(), 0).withoutSubjects())
                    .isEqualTo(all.values().stream()
                            .reduce(AddedFacts.NOTHING, AddedFacts::plus)
                            .withoutSubjects());
            assertThat(sums.remainders(ChangedFacts.SUBJECTS))
                    .isEqualTo(all.keySet().stream()
                            .map(group -> group % ChangedFacts.SUBJECTS)
                            .distinct()
                            .count());
            assertThat(all.entrySet()).containsAll(scanned(sums).entrySet());
            assertThat(scanned(sums).keySet()).containsAll(largest(all, measure, most));
        }
    }

    /** The groups that are among so many largest, or equal to the last of them. */
    private static List<Long> largest(Map<Long, AddedFacts> all, Measure measure, int most) {
        long least = all.values().stream()
                .map(each -> each.sum(measure))
                .sorted(Comparator.reverseOrder())
                .limit(most)
                .reduce(0L, (larger, smaller) -> smaller);
        return all.entrySet().stream()
                .filter(group -> group.getValue().sum(measure) >= least)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<Long, AddedFacts> scanned(FactSums sums) {
        Map<Long, AddedFacts> scanned = new TreeMap<>();
        sums.forEach((group, index) -> scanned.put(group, AddedFacts.of(sums, index)));
        assertThat(scanned).hasSize(sums.size());
        return scanned;
    }
}
