package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.query.session.MeasuredCube;
import com.sessionanalyzer.query.session.MeasuredCube.Changed;
import com.sessionanalyzer.query.session.insights.MeasuredQuestions;
import com.sessionanalyzer.schema.OrganizationId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Any filter and grouping of a cube with so many records, in process and over HTTP, while records arrive. */
final class QuestionsStage implements Stage {

    private static final long SEED = 7;
    private static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 365;
    private static final int BATCH = 1_000;
    private static final int EACH_REPEAT = Integer.getInteger("bench.questions", 300);
    private static final int CHECKED = 12;
    private static final double MEGA = 1 << 20;

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public String description() {
        return "random filters and groupings, while a thousand records a second are added, corrected and deleted";
    }

    @Override
    public long usualRecords() {
        return 10_000_000;
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        PlainRecords records = new PlainRecords(setting.records(), SEED, UNTIL, DAYS);
        MeasuredCube cube = MeasuredCube.empty(ORGANIZATION);
        Measured built = fill(records, cube, setting);
        MeasuredQuestions questions = new MeasuredQuestions(cube.snapshots(), ORGANIZATION, UNTIL.minusDays(1));
        List<Measured> measured = new ArrayList<>(List.of(built));
        AskedQuestions asked = new AskedQuestions(question -> questions.ask(question.parameters()));
        RandomQuestions random = new RandomQuestions(SEED, records.customers());
        try (SteadyChanges changes = SteadyChanges.start(records, cube)) {
            asked.warmUp(random, setting.warmUps() * EACH_REPEAT);
            long before = changes.applied();
            long start = System.nanoTime();
            asked.ask(random, setting.repeats(), EACH_REPEAT);
            double seconds = (System.nanoTime() - start) / 1e9;
            measured.addAll(asked.measured("in process", Math.round((changes.applied() - before) / seconds)));
        }
        check(records, questions);
        return measured;
    }

    private static Measured fill(PlainRecords records, MeasuredCube cube, Setting setting) {
        List<Double> rate = new ArrayList<>();
        List<Changed> batch = new ArrayList<>();
        long nanos = 0;
        while (records.size() < setting.records()) {
            batch.add(records.add());
            if (batch.size() == BATCH || records.size() == setting.records()) {
                long start = System.nanoTime();
                cube.apply(batch);
                nanos += System.nanoTime() - start;
                batch.clear();
            }
        }
        rate.add(setting.records() * 1e9 / nanos);
        return new Measured(
                "build",
                rate,
                Map.of(
                        "bytesPerRecord",
                        Math.round(10.0 * cube.bytes() / cube.records()) / 10.0,
                        "megabytes",
                        Math.round(cube.bytes() / MEGA)));
    }

    /** Nothing changes meanwhile. */
    private static void check(PlainRecords records, MeasuredQuestions questions) {
        PlainAnswers plain = new PlainAnswers(records);
        RandomQuestions random = new RandomQuestions(SEED + 1, records.customers());
        for (int number = 0; number < CHECKED; number++) {
            Question question = random.next();
            plain.check(question, questions.ask(question.parameters()));
        }
    }
}
