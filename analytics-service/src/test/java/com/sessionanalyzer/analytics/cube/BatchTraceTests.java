package com.sessionanalyzer.analytics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.observe.TraceParent;
import com.sessionanalyzer.observe.Traces;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class BatchTraceTests {

    private final BatchTrace trace = new BatchTrace(Traces.NONE, "fold visits");

    @Test
    void tellsTheLatestTraceOfABatchOnce() {
        trace.follow(told("one"));
        trace.follow(told("other"));
        trace.follow(new RecordHeaders());

        assertThat(TraceParent.of(trace.emit())).isEqualTo("other");
        assertThat(TraceParent.of(trace.emit())).isNull();
    }

    @Test
    void tellsNothingOfABatchThatNobodyTraces() {
        trace.follow(new RecordHeaders());

        assertThat(trace.emit()).isEmpty();
    }

    private static Headers told(String traceparent) {
        return new RecordHeaders().add(TraceParent.HEADER, TraceParent.bytes(traceparent));
    }
}
