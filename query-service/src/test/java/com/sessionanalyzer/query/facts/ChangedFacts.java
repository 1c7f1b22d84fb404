package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.Kept;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;

/** Facts that were added, corrected and taken away in any order, in a table and beside it. */
final class ChangedFacts {

    static final FactShape SHAPE = new FactShape(2, 3, 9);
    static final LocalDate FIRST = LocalDate.of(2023, 12, 20);
    static final int DAYS = 100;
    static final int SUBJECTS = 70;

    private final Map<Long, Fact> naive = new HashMap<>();
    private FactTable table = new FactTable(SHAPE);

    FactTable table() {
        return table;
    }

    /** Has the table be written and read. */
    void keep() throws IOException {
        table = Kept.again(table::write, input -> FactTable.read(input, SHAPE));
    }

    /** Facts come in runs of days, as they do in a log, so that tails are put in their places. */
    void change(Random random, int steps) {
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

    /** What each group with facts adds up to. */
    NavigableMap<Long, AddedFacts> expected(FactQuestion question) {
        NavigableMap<Long, AddedFacts> sums = new TreeMap<>();
        groups(question).forEach((group, facts) -> sums.put(group, AddedFacts.of(facts, question.distinct)));
        return sums;
    }

    /** The distinct subjects of all groups, when they are asked for. */
    OptionalInt subjects(FactQuestion question) {
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
