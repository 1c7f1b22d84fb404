package com.sessionanalyzer.torture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the clients know about each record that they sent, by the mark that it carries in its observation. */
final class Journal {

    private final Map<String, Expected> expected = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong corrections = new AtomicLong();

    /** What is to be found of a record. */
    enum Fate {
        UNKNOWN,
        RECORDED,
        REJECTED,
        DELETED
    }

    /**
     * What is to be found.
     *
     * @param sessions what the newest version that was acknowledged says
     */
    record Expected(Fate fate, int sessions) {}

    void sent(String mark, int sessions) {
        expected.put(mark, new Expected(Fate.UNKNOWN, sessions));
    }

    void recorded(String mark, int sessions) {
        expected.put(mark, new Expected(Fate.RECORDED, sessions));
        acknowledged.incrementAndGet();
    }

    void corrected(String mark, int sessions) {
        recorded(mark, sessions);
        corrections.incrementAndGet();
    }

    void rejected(String mark) {
        expected.put(mark, new Expected(Fate.REJECTED, 0));
        acknowledged.incrementAndGet();
    }

    void deleted(String mark) {
        expected.put(mark, new Expected(Fate.DELETED, 0));
        acknowledged.incrementAndGet();
    }

    /** How much was acknowledged until now: records, rejections, corrections and deletions. */
    long acknowledged() {
        return acknowledged.get();
    }

    long corrections() {
        return corrections.get();
    }

    long count(Fate fate) {
        return expected.values().stream().filter(known -> known.fate() == fate).count();
    }

    Map<String, Expected> expected() {
        return expected;
    }
}
