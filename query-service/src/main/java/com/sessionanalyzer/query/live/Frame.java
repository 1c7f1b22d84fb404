package com.sessionanalyzer.query.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One server-sent event, encoded once for everybody who gets it. */
public final class Frame {

    private final long version;
    private final byte[] bytes;

    private Frame(long version, byte[] bytes) {
        this.version = version;
        this.bytes = bytes;
    }

    /** The event with this name and JSON, which is one line. */
    public static Frame of(long version, String event, byte[] json) {
        byte[] head = ("id: " + version + "\nevent: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length + json.length + 2);
        bytes.writeBytes(head);
        bytes.writeBytes(json);
        bytes.write('\n');
        bytes.write('\n');
        return new Frame(version, bytes.toByteArray());
    }

    /** The same event with a comment that names the trace that ends with it; the same when there is none. */
    Frame endOf(@Nullable String traceparent) {
        if (traceparent == null) {
            return this;
        }
        byte[] head = (": traceparent " + traceparent + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] traced = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, traced, head.length, bytes.length);
        return new Frame(version, traced);
    }

    long version() {
        return version;
    }

    /** Not copied, because every connection writes it; nobody changes it. */
    byte[] bytes() {
        return bytes;
    }

    static byte[] comment(String text) {
        return (": " + text + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] retry(long millis) {
        return ("retry: " + millis + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
