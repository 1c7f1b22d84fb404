package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.query.session.MeasuredCube;
import com.sessionanalyzer.query.session.MeasuredCube.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Records that arrive all the time, at a thousand a second, of which 8 % correct others and 5 % delete one. */
final class SteadyChanges implements AutoCloseable {

    private static final int EVERY_MILLIS = 20;
    private static final int EACH_TIME = 20;
    private static final int CORRECTIONS = 8;
    private static final int DELETIONS = 5;
    private static final int HUNDRED = 100;

    private final PlainRecords records;
    private final MeasuredCube cube;
    private final SplittableRandom random = new SplittableRandom(11);
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong applied = new AtomicLong();

    private SteadyChanges(PlainRecords records, MeasuredCube cube) {
        this.records = records;
        this.cube = cube;
    }

    static SteadyChanges start(PlainRecords records, MeasuredCube cube) {
        SteadyChanges changes = new SteadyChanges(records, cube);
        var unused = changes.executor.scheduleAtFixedRate(changes::apply, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return changes;
    }

    /** Changes until now. */
    long applied() {
        return applied.get();
    }

    private void apply() {
        List<Changed> batch = new ArrayList<>();
        for (int change = 0; change < EACH_TIME; change++) {
            int row = random.nextInt(records.size());
            int kind = random.nextInt(HUNDRED);
            if (kind >= CORRECTIONS + DELETIONS || !records.isThere(row)) {
                batch.add(records.add());
            } else if (kind < DELETIONS) {
                batch.add(records.remove(row));
            } else {
                batch.add(records.correct(row, random.nextInt(records.size())));
            }
        }
        cube.apply(batch);
        applied.addAndGet(batch.size());
    }

    /** Waits for the batch that is being applied. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("changes did not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
