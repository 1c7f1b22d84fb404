package com.sessionanalyzer.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TracesTests {

    private static final String SENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String DROPPED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    private final InMemorySpanExporter kept = InMemorySpanExporter.create();

    @Test
    void goesOnWithTheTraceOfTheSender() {
        Traces traces = traces(0);

        traces.request("GET", SENT).close();

        SpanData span = kept.getFinishedSpanItems().get(0);
        assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    }

    @Test
    void keepsNothingThatTheSenderDoesNot() {
        Traces traces = traces(1);

        Step step = traces.request("GET", DROPPED);
        Step.Scope scope = step.here();
        String told = traces.current();
        scope.close();
        step.close();

        assertThat(told).isNull();
        assertThat(traces.next("publish", DROPPED)).isSameAs(Step.NONE);
        assertThat(kept.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void keepsTheShareThatIsAskedFor() {
        Traces none = traces(0);
        Traces all = traces(1);

        none.request("GET", null).close();
        assertThat(kept.getFinishedSpanItems()).isEmpty();
        all.request("GET", null).close();

        assertThat(kept.getFinishedSpanItems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0-0-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void beginsItsOwnTraceWhenTheSendersIsNotOne(String traceparent) {
        Traces traces = traces(1);

        traces.request("GET", traceparent).close();

        assertThat(kept.getFinishedSpanItems().get(0).getParentSpanContext().isValid())
                .isFalse();
    }

    @Test
    void tellsAnotherThreadAndAnotherServiceWhereToGoOn() {
        Traces traces = traces(1);

        Step post = traces.request("POST", null);
        Step.Scope scope = post.here();
        Step publish = traces.next("publish", traces.current());
        scope.close();
        RecordHeaders headers = new RecordHeaders();
        headers.add(TraceParent.HEADER, TraceParent.bytes(String.valueOf(publish.traceparent())));
        Step fold = traces.next("fold", TraceParent.of(headers));
        fold.close();
        publish.close();
        post.close();

        assertThat(kept.getFinishedSpanItems()).extracting(SpanData::getTraceId).containsOnly(traceId(post));
        assertThat(kept.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("fold", "publish", "POST");
    }

    @Test
    void namesTheTraceInTheLogAsLongAsTheThreadIsInIt() {
        Traces traces = traces(1);
        Step outer = traces.request("GET", null);
        Step inner = traces.next("look", outer.traceparent());

        Step.Scope outerScope = outer.here();
        Step.Scope innerScope = inner.here();
        assertThat(MDC.get("traceId")).isEqualTo(traceId(outer));
        assertThat(MDC.get("spanId"))
                .isEqualTo(String.valueOf(inner.traceparent()).substring(36, 52));
        innerScope.close();
        assertThat(MDC.get("spanId"))
                .isEqualTo(String.valueOf(outer.traceparent()).substring(36, 52));
        outerScope.close();

        assertThat(MDC.get("traceId")).isNull();
        assertThat(MDC.get("spanId")).isNull();
    }

    private static String traceId(Step step) {
        return String.valueOf(step.traceparent()).substring(3, 35);
    }

    private Traces traces(double share) {
        return new OtelTraces(SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(SimpleSpanProcessor.create(kept))
                .build());
    }
}
