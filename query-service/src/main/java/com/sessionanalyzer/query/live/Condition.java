package com.sessionanalyzer.query.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Tells every connection when what it shows stops or begins again to be kept current. */
final class Condition {

    private final FrameSource source;
    private boolean silent;

    Condition(FrameSource source) {
        this.source = source;
    }

    /** The event to send to everybody, when it has changed since the last look. */
    Optional<byte[]> changed() {
        Optional<Duration> silence = source.silence();
        boolean before = silent;
        silent = silence.isPresent();
        return before == silent ? Optional.empty() : Optional.of(event(silence));
    }

    /** The event for somebody who comes now; nothing when all is well. */
    Optional<byte[]> now() {
        Optional<Duration> silence = source.silence();
        return silence.isPresent() ? Optional.of(event(silence)) : Optional.empty();
    }

    private static byte[] event(Optional<Duration> silence) {
        String data = silence.map(silent -> "{\"current\":false,\"silent_for_seconds\":" + silent.toSeconds() + "}")
                .orElse("{\"current\":true}");
        return ("event: condition\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
