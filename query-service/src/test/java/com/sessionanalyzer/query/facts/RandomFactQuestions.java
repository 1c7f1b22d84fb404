package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.period.Window;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Questions of all kinds: any window, buckets, filter and groups. */
final class RandomFactQuestions {

    /** So many groups that the largest are found before they are added up. */
    static final long APART = 40;

    /** So many groups that they are looked up, and not counted in place. */
    private static final long FAR = 1L << 30;

    private RandomFactQuestions() {}

    /** Any question to the facts of a table. */
    static FactQuestion of(FactTable table, Random random) {
        return of(table, random, List.of(1L, 1L, APART, FAR).get(random.nextInt(4)));
    }

    /** One whose groups are so many times as many as there can be. */
    static FactQuestion of(FactTable table, Random random, long stride) {
        LocalDate start = ChangedFacts.FIRST.plusDays(random.nextInt(ChangedFacts.DAYS));
        Window window = random.nextInt(3) == 0
                ? Window.of(ChangedFacts.FIRST.minusDays(40), ChangedFacts.FIRST.plusDays(ChangedFacts.DAYS + 40L))
                : Window.of(start, start.plusDays(random.nextInt(ChangedFacts.DAYS)));
        int[] buckets = new int[(int) window.days()];
        int length = List.of(1, 7, 30, 1_000).get(random.nextInt(4));
        Arrays.setAll(buckets, day -> day / length);
        long[] subjects = subjects(table, random);
        long many = subjects == null ? 1 : ChangedFacts.SUBJECTS;
        long[] routes = new long[table.routes()];
        Arrays.setAll(routes, route -> random.nextInt(5) == 0 ? -1 : table.routeCode(route, 0) * many * 2 * stride);
        return new FactQuestion(
                window, buckets, routes, traits(random, many), subjects, many * 6 * stride, random.nextBoolean());
    }

    private static long[] traits(Random random, long many) {
        int least = random.nextInt(10);
        int most = random.nextInt(10);
        int kind = random.nextInt(4);
        long[] traits = new long[ChangedFacts.SHAPE.traits()];
        Arrays.setAll(traits, trait -> {
            int value = ChangedFacts.SHAPE.value(trait);
            return switch (kind) {
                case 0 -> 0;
                case 1 -> ChangedFacts.SHAPE.label(trait) > 1 ? -1 : ChangedFacts.SHAPE.label(trait) * many;
                case 2 -> value >= least && value <= most ? 0 : -1;
                default -> value % 3 == 1 ? -1 : value % 2 * many;
            };
        });
        return traits;
    }

    private static long @Nullable [] subjects(FactTable table, Random random) {
        int kind = random.nextInt(3);
        if (kind == 0) {
            return null;
        }
        long[] subjects = new long[table.subjects().size()];
        Arrays.setAll(subjects, subject -> kind == 1 ? subject : random.nextInt(4) == 0 ? 0 : -1);
        return subjects;
    }
}
