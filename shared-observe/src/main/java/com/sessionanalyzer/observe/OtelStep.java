package com.sessionanalyzer.observe;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A span of OpenTelemetry. */
final class OtelStep implements Step {

    /** The names that log formats look for. */
    private static final String TRACE = "traceId";

    private static final String SPAN = "spanId";

    private final Span span;

    OtelStep(Span span) {
        this.span = span;
    }

    @Override
    public @Nullable String traceparent() {
        return TraceParent.write(span.getSpanContext());
    }

    @Override
    public void named(String name) {
        span.updateName(name);
    }

    @Override
    public void note(String key, long value) {
        span.setAttribute(key, value);
    }

    @Override
    public void note(String key, String value) {
        span.setAttribute(key, value);
    }

    @Override
    public void failed(Throwable cause) {
        span.setStatus(StatusCode.ERROR, cause.getClass().getSimpleName());
    }

    /** The scope that is answered closes the one within. */
    @Override
    @SuppressWarnings("MustBeClosedChecker")
    public Step.Scope here() {
        String outerTrace = MDC.get(TRACE);
        String outerSpan = MDC.get(SPAN);
        io.opentelemetry.context.Scope scope = span.makeCurrent();
        set(TRACE, span.getSpanContext().getTraceId());
        set(SPAN, span.getSpanContext().getSpanId());
        return () -> {
            set(TRACE, outerTrace);
            set(SPAN, outerSpan);
            scope.close();
        };
    }

    private static void set(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    @Override
    public void close() {
        span.end();
    }
}
