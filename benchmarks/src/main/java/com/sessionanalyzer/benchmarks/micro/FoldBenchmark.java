package com.sessionanalyzer.benchmarks.micro;

import com.sessionanalyzer.analytics.cube.MeasuredFold;
import com.sessionanalyzer.analytics.session.MeasuredSessionFold;
import com.sessionanalyzer.benchmarks.ReviewHistory;
import com.sessionanalyzer.benchmarks.ReviewHistory.Step;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a change moves in the aggregates of a shard, with all of them at hand: new records, corrections and deletions. */
@State(Scope.Thread)
public class FoldBenchmark {

    private static final int CHANGES = 100_000;

    private final List<Step> steps = new ArrayList<>();

    /** A history without its repetitions, which never come to the fold. */
    public FoldBenchmark() {
        ReviewHistory history = new ReviewHistory(7);
        while (steps.size() < CHANGES) {
            Step step = history.next();
            if (!Objects.equals(step.before(), step.after())) {
                steps.add(step);
            }
        }
    }

    /** Answers how many cells there are. */
    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public int fold() {
        MeasuredFold<SessionRecord, Activity> fold = MeasuredSessionFold.empty();
        for (Step step : steps) {
            fold.apply(step.before(), step.after());
        }
        return fold.cells();
    }
}
