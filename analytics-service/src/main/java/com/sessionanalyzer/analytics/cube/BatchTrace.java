package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.observe.Step;
import com.sessionanalyzer.observe.TraceParent;
import com.sessionanalyzer.observe.Traces;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The trace of the latest traced record that a shard has folded since it emitted. A batch of results has one progress, and so
 * one trace; the part of any earlier one ends here.
 */
final class BatchTrace {

    private final Traces traces;
    private final String name;
    private @Nullable String told;
    private Step step = Step.NONE;

    BatchTrace(Traces traces, String name) {
        this.traces = traces;
        this.name = name;
    }

    /** Hears of a record that is folded. */
    void follow(Headers headers) {
        String traceparent = TraceParent.of(headers);
        if (traceparent != null && !traceparent.equals(told)) {
            step.close();
            told = traceparent;
            step = traces.next(name, traceparent);
        }
    }

    /** Ends with what is emitted now, and answers the headers of its progress. */
    Headers emit() {
        String own = step.traceparent();
        String onward = own == null ? told : own;
        RecordHeaders headers = new RecordHeaders();
        if (onward != null) {
            headers.add(TraceParent.HEADER, TraceParent.bytes(onward));
        }
        step.close();
        step = Step.NONE;
        told = null;
        return headers;
    }
}
