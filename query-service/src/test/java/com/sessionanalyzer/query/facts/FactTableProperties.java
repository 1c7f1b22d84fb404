package com.sessionanalyzer.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.facts.FactSums.Measure;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.state.Kept;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FactTableProperties {

    private static final FactShape SHAPE = new FactShape(2, 3, 9);
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 20);
    private static final int DAYS = 80;

    private FactTable table = new FactTable(SHAPE);
    private final Map<Key, Fact> naive = new HashMap<>();

    private record Key(long high, long low, String subject) {}

    private record Sums(long records, long amount, long withValue, long value, long withLabel, int subjects) {}

    @Property(tries = 60)
    void addsUpWhatIsLeftAfterCorrectionsAndDeletions(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int steps) {
        Random random = new Random(seed);
        for (int step = 0; step < steps; step++) {
            change(random, 1 + steps / 3);
            if (random.nextInt(1_000) == 0) {
                table = Kept.again(table::write, input -> FactTable.read(input, SHAPE));
            }
        }

        Window window = window(random);
        FactSums sums = FactScan.of(table, question(window));

        Map<Long, Sums> scanned = new TreeMap<>();
        sums.forEach((group, index) -> scanned.put(
                group,
                new Sums(
                        sums.sum(Measure.RECORDS, index),
                        sums.sum(Measure.AMOUNT, index),
                        sums.sum(Measure.WITH_VALUE, index),
                        sums.sum(Measure.VALUE, index),
                        sums.sum(Measure.WITH_LABEL, index),
                        (int) sums.sum(Measure.SUBJECTS, index))));
        assertThat(scanned).isEqualTo(expected(window));
        assertThat(table.size()).isEqualTo(naive.size());
        assertThat(table.firstDay())
                .isEqualTo(naive.values().stream()
                        .map(fact -> LocalDate.ofEpochDay(fact.epochDay()))
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    @Property(tries = 20)
    void isEmptyAgainWhenAllIsTakenAway(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2_000) int steps) {
        Random random = new Random(seed);
        for (int step = 0; step < steps; step++) {
            change(random, steps);
        }
        naive.keySet().forEach(key -> table.remove(key.high(), key.low(), key.subject()));

        assertThat(table.size()).isZero();
        assertThat(table.firstDay()).isNull();
    }

    private void change(Random random, int ids) {
        long low = random.nextInt(ids);
        String subject = "s" + random.nextInt(7);
        Key key = new Key(low * 31 % 5, low, subject);
        if (random.nextInt(4) == 0) {
            table.remove(key.high(), key.low(), subject);
            naive.remove(key);
        } else {
            Fact fact = new Fact(
                    subject,
                    (int) FIRST.toEpochDay() + random.nextInt(DAYS),
                    List.of("r" + random.nextInt(3), "t" + random.nextInt(4)),
                    random.nextInt(3),
                    random.nextInt(10),
                    1 + random.nextInt(100));
            table.set(key.high(), key.low(), fact);
            naive.put(key, fact);
        }
    }

    private static Window window(Random random) {
        LocalDate start = FIRST.plusDays(random.nextInt(DAYS));
        return Window.of(start, start.plusDays(random.nextInt(DAYS)));
    }

    /** Facts of other than the second label, by first dimension and whether they have a value. */
    private FactQuestion question(Window window) {
        long[] routes = new long[table.routes()];
        for (int route = 0; route < routes.length; route++) {
            routes[route] = table.routeCode(route, 0);
        }
        long[] traits = new long[SHAPE.traits()];
        for (int trait = 0; trait < traits.length; trait++) {
            traits[trait] = SHAPE.label(trait) == 2 ? -1 : SHAPE.value(trait) > 0 ? 10 : 0;
        }
        return new FactQuestion(window, new int[(int) window.days()], routes, traits, null, 20, true);
    }

    private Map<Long, Sums> expected(Window window) {
        Map<Long, Sums> sums = new TreeMap<>();
        Map<Long, Set<String>> subjects = new HashMap<>();
        naive.values().stream()
                .filter(fact -> fact.label() != 2 && window.contains(LocalDate.ofEpochDay(fact.epochDay())))
                .forEach(fact -> {
                    long group = table.dictionary(0).find(fact.dimensions().get(0)) + (fact.value() > 0 ? 10L : 0L);
                    Set<String> those = subjects.computeIfAbsent(group, missing -> new HashSet<>());
                    those.add(fact.subject());
                    sums.merge(
                            group,
                            new Sums(
                                    1,
                                    fact.amount(),
                                    fact.value() > 0 ? 1 : 0,
                                    fact.value(),
                                    fact.label() > 0 ? 1 : 0,
                                    1),
                            (left, right) -> new Sums(
                                    left.records() + 1,
                                    left.amount() + right.amount(),
                                    left.withValue() + right.withValue(),
                                    left.value() + right.value(),
                                    left.withLabel() + right.withLabel(),
                                    those.size()));
                });
        return sums;
    }
}
