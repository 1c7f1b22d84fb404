package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.query.session.MeasuredCube;
import com.sessionanalyzer.query.session.MeasuredCube.Changed;
import com.sessionanalyzer.query.session.insights.MeasuredQuestions;
import com.sessionanalyzer.schema.OrganizationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** Any filter and grouping of a cube with so many records, in process and over HTTP, while records arrive. */
final class QuestionsStage implements Stage {

    private static final long SEED = 7;
    private static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 365;
    private static final LocalDate TODAY = UNTIL.minusDays(1);
    private static final int DUCKDB_PART = 6;
    private static final int POSTGRES_PART = 30;
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
        Path directory = Files.createTempDirectory("csa-bench");
        PlainRecords records = new PlainRecords(setting.records(), SEED, UNTIL, DAYS);
        try {
            List<Measured> measured = new ArrayList<>();
            try (QuestionedService service = QuestionedService.start(directory)) {
                measured.addAll(product(records, service, setting));
            }
            OtherDatabases others = new OtherDatabases(records, TODAY);
            measured.addAll(others.duckDb(random(records), setting.repeats(), EACH_REPEAT / DUCKDB_PART));
            measured.addAll(others.postgres(
                    directory.resolve("other"), random(records), setting.repeats(), EACH_REPEAT / POSTGRES_PART));
            return measured;
        } catch (SQLException failed) {
            throw new IOException(failed);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static List<Measured> product(PlainRecords records, QuestionedService service, Setting setting)
            throws IOException, InterruptedException {
        MeasuredCube cube = service.cube(ORGANIZATION);
        List<Measured> measured = new ArrayList<>(List.of(fill(records, cube, setting)));
        MeasuredQuestions questions = new MeasuredQuestions(cube.snapshots(), ORGANIZATION, TODAY);
        try (SteadyChanges changes = SteadyChanges.start(records, cube)) {
            measured.addAll(
                    asked("in process", question -> questions.ask(question.parameters()), records, setting, changes));
            measured.addAll(asked("over HTTP", service::ask, records, setting, changes));
        }
        check(records, questions);
        return measured;
    }

    private static List<Measured> asked(
            String name,
            AskedQuestions.Answerer answerer,
            PlainRecords records,
            Setting setting,
            SteadyChanges changes) {
        RandomQuestions random = random(records);
        AskedQuestions asked = new AskedQuestions(answerer);
        asked.warmUp(random, setting.warmUps() * EACH_REPEAT);
        long before = changes.applied();
        long start = System.nanoTime();
        asked.ask(random, setting.repeats(), EACH_REPEAT);
        double seconds = (System.nanoTime() - start) / 1e9;
        return asked.measured(name, Math.round((changes.applied() - before) / seconds));
    }

    private static RandomQuestions random(PlainRecords records) {
        return new RandomQuestions(SEED, records.customers());
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
