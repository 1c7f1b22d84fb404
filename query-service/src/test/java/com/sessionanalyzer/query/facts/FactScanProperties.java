package com.sessionanalyzer.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.facts.FactSums.Measure;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.state.Kept;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Any question to facts that were added, corrected and taken away in any order is answered as by looking at each of them. */
class FactScanProperties {

    private static final FactShape SHAPE = new FactShape(2, 3, 9);
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 20);
    private static final int DAYS = 100;
    private static final int SUBJECTS = 70;

    /** So many groups that the largest are found before they are added up. */
    private static final long APART = 40;

    /** So many groups that they are looked up, and not counted in place. */
    private static final long FAR = 1L << 30;

    private FactTable table = new FactTable(SHAPE);
    private final Map<Long, Fact> naive = new HashMap<>();

    private record Sums(long records, long amount, long withValue, long value, long withLabel, long subjects) {

        private long of(Measure measure) {
            return switch (measure) {
                case RECORDS -> records;
                case AMOUNT -> amount;
                case WITH_VALUE -> withValue;
                case VALUE -> value;
                case WITH_LABEL -> withLabel;
                case SUBJECTS -> subjects;
            };
        }
    }

    @Property(tries = 150)
    void answersAnyQuestion(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6_000) int steps) {
        Random random = new Random(seed);
        change(random, steps);

        for (int number = 0; number < 6; number++) {
            FactQuestion question = question(random);

            FactSums sums = FactScan.of(table, question, random.nextBoolean() ? 0 : Long.MAX_VALUE);

            assertThat(scanned(sums)).isEqualTo(expected(question));
            assertThat(sums.groups()).isEqualTo(sums.size());
            assertThat(sums.isWhole()).isTrue();
            assertThat(sums.subjects()).isEqualTo(subjects(question));
            if (number == 3) {
                table = Kept.again(table::write, input -> FactTable.read(input, SHAPE));
            }
            change(random, 50);
        }
    }

    @Property(tries = 80)
    void tellsTheFirstBucketsAndCountsTheOthers(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int steps, @ForAll boolean latestFirst) {
        Random random = new Random(seed);
        change(random, steps);
        FactQuestion question = question(random);
        int detail = 1 + random.nextInt(20);

        FactSums sums =
                FactScan.of(table, question.inDetail(detail, latestFirst), random.nextBoolean() ? 0 : 1_000_000);

        NavigableMap<Long, Sums> all = expected(question);
        assertThat(sums.groups()).isEqualTo(all.size());
        assertThat(sums.isWhole()).isEqualTo(sums.size() == all.size());
        assertThat(sums.size()).isGreaterThanOrEqualTo(Math.min(detail, all.size()));
        assertThat(sums.subjects()).isEqualTo(sums.size() < all.size() ? OptionalInt.empty() : subjects(question));
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
        change(random, steps);
        for (int number = 0; number < 12; number++) {
            FactQuestion question = question(random, APART);
            Measure measure = List.of(
                            Measure.RECORDS, Measure.AMOUNT, Measure.VALUE, Measure.WITH_VALUE, Measure.WITH_LABEL)
                    .get(random.nextInt(5));
            int most = 1 + random.nextInt(100);

            FactSums sums = FactScan.of(table, question.ofLargest(measure, most), random.nextBoolean() ? 0 : 1_000_000);

            NavigableMap<Long, Sums> all = expected(question);
            assertThat(sums.groups()).isEqualTo(all.size());
            assertThat(sums.subjects()).isEqualTo(subjects(question));
            assertThat(added(sums)).isEqualTo(added(all.values()));
            assertThat(sums.remainders(SUBJECTS))
                    .isEqualTo(all.keySet().stream()
                            .map(group -> group % SUBJECTS)
                            .distinct()
                            .count());
            assertThat(all.entrySet()).containsAll(scanned(sums).entrySet());
            assertThat(scanned(sums).keySet()).containsAll(largest(all, measure, most));
        }
    }

    private static Sums added(FactSums sums) {
        FactSums added = sums.added();
        return new Sums(
                added.sum(Measure.RECORDS, 0),
                added.sum(Measure.AMOUNT, 0),
                added.sum(Measure.WITH_VALUE, 0),
                added.sum(Measure.VALUE, 0),
                added.sum(Measure.WITH_LABEL, 0),
                0);
    }

    private static Sums added(Collection<Sums> all) {
        return all.stream()
                .reduce(
                        new Sums(0, 0, 0, 0, 0, 0),
                        (sum, each) -> new Sums(
                                sum.records + each.records,
                                sum.amount + each.amount,
                                sum.withValue + each.withValue,
                                sum.value + each.value,
                                sum.withLabel + each.withLabel,
                                0));
    }

    /** The groups that are among so many largest, or equal to the last of them. */
    private static List<Long> largest(Map<Long, Sums> all, Measure measure, int most) {
        long least = all.values().stream()
                .map(each -> each.of(measure))
                .sorted(Comparator.reverseOrder())
                .limit(most)
                .reduce(0L, (larger, smaller) -> smaller);
        return all.entrySet().stream()
                .filter(group -> group.getValue().of(measure) >= least)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Facts come in runs of days, as they do in a log, so that tails are put in their places. */
    private void change(Random random, int steps) {
        int day = random.nextInt(DAYS);
        for (int step = 0; step < steps; step++) {
            day = random.nextInt(40) == 0 ? random.nextInt(DAYS) : day;
            long id = random.nextInt(8_000);
            String subject = "s" + id % SUBJECTS;
            if (random.nextInt(5) == 0) {
                table.remove(-id, id, subject);
                naive.remove(id);
            } else {
                Fact fact = new Fact(
                        subject,
                        (int) FIRST.toEpochDay() + day,
                        List.of("r" + random.nextInt(3), "t" + random.nextInt(2)),
                        random.nextInt(3),
                        random.nextInt(10),
                        1 + random.nextInt(random.nextInt(8) == 0 ? 3_000 : 100));
                table.set(-id, id, fact);
                naive.put(id, fact);
            }
        }
    }

    private FactQuestion question(Random random) {
        return question(random, List.of(1L, 1L, APART, FAR).get(random.nextInt(4)));
    }

    private FactQuestion question(Random random, long stride) {
        LocalDate start = FIRST.plusDays(random.nextInt(DAYS));
        Window window = random.nextInt(3) == 0
                ? Window.of(FIRST.minusDays(40), FIRST.plusDays(DAYS + 40L))
                : Window.of(start, start.plusDays(random.nextInt(DAYS)));
        int[] buckets = new int[(int) window.days()];
        int length = List.of(1, 7, 30, 1_000).get(random.nextInt(4));
        Arrays.setAll(buckets, day -> day / length);
        long[] subjects = subjects(random);
        long many = subjects == null ? 1 : SUBJECTS;
        long[] routes = new long[table.routes()];
        Arrays.setAll(routes, route -> random.nextInt(5) == 0 ? -1 : table.routeCode(route, 0) * many * 2 * stride);
        return new FactQuestion(
                window, buckets, routes, traits(random, many), subjects, many * 6 * stride, random.nextBoolean());
    }

    private static long[] traits(Random random, long many) {
        int least = random.nextInt(10);
        int most = random.nextInt(10);
        int kind = random.nextInt(4);
        long[] traits = new long[SHAPE.traits()];
        Arrays.setAll(traits, trait -> {
            int value = SHAPE.value(trait);
            return switch (kind) {
                case 0 -> 0;
                case 1 -> SHAPE.label(trait) > 1 ? -1 : SHAPE.label(trait) * many;
                case 2 -> value >= least && value <= most ? 0 : -1;
                default -> value % 3 == 1 ? -1 : value % 2 * many;
            };
        });
        return traits;
    }

    private long @Nullable [] subjects(Random random) {
        int kind = random.nextInt(3);
        if (kind == 0) {
            return null;
        }
        long[] subjects = new long[table.subjects().size()];
        Arrays.setAll(subjects, subject -> kind == 1 ? subject : random.nextInt(4) == 0 ? 0 : -1);
        return subjects;
    }

    private static Map<Long, Sums> scanned(FactSums sums) {
        Map<Long, Sums> scanned = new TreeMap<>();
        sums.forEach((group, index) -> scanned.put(
                group,
                new Sums(
                        sums.sum(Measure.RECORDS, index),
                        sums.sum(Measure.AMOUNT, index),
                        sums.sum(Measure.WITH_VALUE, index),
                        sums.sum(Measure.VALUE, index),
                        sums.sum(Measure.WITH_LABEL, index),
                        sums.sum(Measure.SUBJECTS, index))));
        assertThat(scanned).hasSize(sums.size());
        return scanned;
    }

    private NavigableMap<Long, Sums> expected(FactQuestion question) {
        NavigableMap<Long, Sums> sums = new TreeMap<>();
        groups(question).forEach((group, facts) -> sums.put(group, sums(facts, question.distinct)));
        return sums;
    }

    /** The distinct subjects of all groups, when they are asked for. */
    private OptionalInt subjects(FactQuestion question) {
        return question.distinct
                ? OptionalInt.of((int) groups(question).values().stream()
                        .flatMap(facts -> facts.stream().map(Fact::subject))
                        .distinct()
                        .count())
                : OptionalInt.empty();
    }

    private Map<Long, List<Fact>> groups(FactQuestion question) {
        Map<Long, List<Fact>> groups = new TreeMap<>();
        naive.values().forEach(fact -> {
            long day = fact.epochDay() - question.window.start().toEpochDay();
            if (day >= 0 && day < question.buckets.length) {
                long route = question.routes[route(fact)];
                long trait = question.traits[SHAPE.trait(fact.label(), fact.value())];
                long subject = question.subjects == null
                        ? 0
                        : question.subjects[table.subjects().find(fact.subject())];
                if (route >= 0 && trait >= 0 && subject >= 0) {
                    long group = question.buckets[(int) day] * question.groups + route + trait + subject;
                    groups.computeIfAbsent(group, missing -> new ArrayList<>()).add(fact);
                }
            }
        });
        return groups;
    }

    private static Sums sums(List<Fact> facts, boolean distinct) {
        Set<String> subjects = new HashSet<>();
        facts.forEach(fact -> subjects.add(fact.subject()));
        return new Sums(
                facts.size(),
                facts.stream().mapToLong(Fact::amount).sum(),
                facts.stream().filter(fact -> fact.value() > 0).count(),
                facts.stream().mapToLong(Fact::value).sum(),
                facts.stream().filter(fact -> fact.label() > 0).count(),
                distinct ? subjects.size() : 0);
    }

    private int route(Fact fact) {
        for (int route = 0; route < table.routes(); route++) {
            if (table.dictionary(0)
                            .text(table.routeCode(route, 0))
                            .equals(fact.dimensions().get(0))
                    && table.dictionary(1)
                            .text(table.routeCode(route, 1))
                            .equals(fact.dimensions().get(1))) {
                return route;
            }
        }
        throw new IllegalStateException("no route of " + fact);
    }
}
