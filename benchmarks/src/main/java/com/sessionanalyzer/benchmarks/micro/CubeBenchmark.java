package com.sessionanalyzer.benchmarks.micro;

import com.sessionanalyzer.benchmarks.PlainRecords;
import com.sessionanalyzer.benchmarks.Question;
import com.sessionanalyzer.benchmarks.RandomQuestions;
import com.sessionanalyzer.query.session.MeasuredCube;
import com.sessionanalyzer.query.session.MeasuredCube.Changed;
import com.sessionanalyzer.query.session.insights.MeasuredQuestions;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A question to the cube: random filters and groupings, on average. */
@State(Scope.Thread)
public class CubeBenchmark {

    private static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 365;
    private static final int BATCH = 1_000;
    private static final int QUESTIONS = 512;

    @Param("1000000")
    public long records = BATCH;

    private final MeasuredCube cube = MeasuredCube.empty(ORGANIZATION);
    private final MeasuredQuestions answers = new MeasuredQuestions(cube.snapshots(), ORGANIZATION, UNTIL.minusDays(1));
    private final List<Question> questions = new ArrayList<>();
    private int next;

    @Setup
    public void fill() {
        PlainRecords made = new PlainRecords(records, 7, UNTIL, DAYS);
        while (made.size() < records) {
            List<Changed> batch = new ArrayList<>();
            while (batch.size() < BATCH && made.size() < records) {
                batch.add(made.add());
            }
            cube.apply(batch);
        }
        RandomQuestions random = new RandomQuestions(7, made.customers());
        while (questions.size() < QUESTIONS) {
            questions.add(random.next());
        }
    }

    @Benchmark
    public Object answer() {
        next = (next + 1) % QUESTIONS;
        return answers.ask(questions.get(next).parameters());
    }
}
