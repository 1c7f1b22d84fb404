package com.sessionanalyzer.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many records had which fate since the start; the only counters of the way in. */
public final class IntakeCounts {

    private final Map<Count, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder unavailable = new LongAdder();

    void count(String channel, Fate fate) {
        counts.computeIfAbsent(new Count(channel, fate), count -> new LongAdder())
                .increment();
    }

    void countUnavailable() {
        unavailable.increment();
    }

    /** Records of a channel that had this fate. */
    public long of(String channel, Fate fate) {
        LongAdder count = counts.get(new Count(channel, fate));
        return count == null ? 0 : count.sum();
    }

    /** Posts that the log did not take. */
    public long unavailable() {
        return unavailable.sum();
    }

    private record Count(String channel, Fate fate) {}
}
