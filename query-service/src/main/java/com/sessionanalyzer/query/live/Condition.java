package com.sessionanalyzer.query.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells every connection when what it shows stops or begins again to be kept current. */
final class Condition {

    private final FrameSource source;
    private boolean silent;

    Condition(FrameSource source) {
        this.source = source;
    }

    /** The event to send to everybody, when it has changed since the last look. */
    Optional<byte[]> changed() {
        boolean before = silent;
        Duration silence = source.silence().orElse(null);
        silent = silence != null;
        return before == silent ? Optional.empty() : Optional.of(event(silence));
    }

    /** The event for somebody who comes now; nothing when all is well. */
    Optional<byte[]> now() {
        return source.silence().map(Condition::event);
    }

    private static byte[] event(@Nullable Duration silence) {
        String data = silence == null
                ? "{\"current\":true}"
                : "{\"current\":false,\"silent_for_seconds\":" + silence.toSeconds() + "}";
        return ("event: condition\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
