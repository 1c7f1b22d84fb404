package com.sessionanalyzer.observe;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The W3C header {@code traceparent}, of requests and of messages in Kafka alike. */
public final class TraceParent {

    public static final String HEADER = "traceparent";

    /** A later version may be longer, and begins the same. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?");

    private TraceParent() {}

    /** What a message tells; null when it tells nothing. */
    public static @Nullable String of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
    }

    /** The header's value in a message. */
    public static byte[] bytes(String traceparent) {
        return traceparent.getBytes(StandardCharsets.US_ASCII);
    }

    /** What it says; an invalid context when it says nothing that is to be believed. */
    static SpanContext read(@Nullable String traceparent) {
        Matcher parts = FORM.matcher(traceparent == null ? "" : traceparent);
        return parts.matches()
                ? SpanContext.createFromRemoteParent(
                        parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    /** What to tell of this; null when nobody keeps it. */
    static @Nullable String write(SpanContext context) {
        return context.isValid() && context.isSampled()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}
