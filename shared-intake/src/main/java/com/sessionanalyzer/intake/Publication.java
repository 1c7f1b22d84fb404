package com.sessionanalyzer.intake;

import com.sessionanalyzer.observe.Step;
import com.sessionanalyzer.observe.TraceParent;
import com.sessionanalyzer.observe.Traces;
import org.jspecify.annotations.Nullable;

/** The part of a trace in which a batch is committed. All its messages tell of it, so that who reads one can go on. */
record Publication(Step step) {

    static Publication begin(Traces traces, @Nullable String before, Batch batch) {
        Step step = traces.next("publish " + batch.domain(), before);
        String traceparent = step.traceparent();
        if (traceparent != null) {
            byte[] told = TraceParent.bytes(traceparent);
            batch.entries().forEach(entry -> entry.message().headers().add(TraceParent.HEADER, told));
            step.note("csa.records", batch.entries().size());
        }
        return new Publication(step);
    }

    void end(@Nullable Throwable failure) {
        if (failure != null) {
            step.failed(failure);
        }
        step.close();
    }
}
