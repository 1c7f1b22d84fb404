package com.sessionanalyzer.observe;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.jspecify.annotations.Nullable;

/** Traces as OpenTelemetry makes them. */
final class OtelTraces implements Traces, AutoCloseable {

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    OtelTraces(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get("com.sessionanalyzer");
    }

    @Override
    public Step request(String name, @Nullable String traceparent) {
        return begin(name, SpanKind.SERVER, TraceParent.read(traceparent));
    }

    @Override
    public Step next(String name, @Nullable String traceparent) {
        SpanContext before = TraceParent.read(traceparent);
        return before.isSampled() ? begin(name, SpanKind.INTERNAL, before) : Step.NONE;
    }

    private Step begin(String name, SpanKind kind, SpanContext before) {
        Span span = tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(before)))
                .startSpan();
        return new OtelStep(span);
    }

    @Override
    public @Nullable String current() {
        return TraceParent.write(Span.current().getSpanContext());
    }

    @Override
    public void close() {
        provider.close();
    }
}
