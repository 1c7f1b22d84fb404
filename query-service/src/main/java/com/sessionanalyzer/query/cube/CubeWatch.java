package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.observe.Step;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.query.freshness.Freshness;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Watches how a cube is kept current: how old records are when its numbers contain them, and the trace of the latest. */
public final class CubeWatch {

    private final String name;
    private final Traces traces;
    private final Freshness freshness;

    public CubeWatch(String name, Traces traces, Freshness freshness) {
        this.name = name;
        this.traces = traces;
        this.freshness = freshness;
    }

    <P> void applied(List<Batch<P>> batches, Runnable change) {
        String trace = batches.stream()
                .map(Batch::trace)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
        Step step = traces.next("count " + name, trace);
        Step.Scope scope = step.here();
        try {
            change.run();
        } finally {
            scope.close();
            step.close();
        }
        batches.stream().map(Batch::asOf).max(Instant::compareTo).ifPresent(freshness::visible);
    }
}
