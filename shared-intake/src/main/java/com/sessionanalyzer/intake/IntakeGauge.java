package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.IntakeCount;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What this process has settled since it started, and what is on its way to the log. */
public final class IntakeGauge {

    private static final IntakeCount NONE = IntakeCount.NONE;

    private final Map<Door, Live> doors = new ConcurrentHashMap<>();
    private final LongAdder unavailable = new LongAdder();

    void submitted(Batch batch) {
        batch.counts().forEach((channel, count) -> add(batch, channel, new Live(NONE, count.received())));
    }

    void settled(Batch batch, Instant at) {
        batch.counts().forEach((channel, count) -> {
            IntakeCount settled = count.plus(new IntakeCount(0, 0, 0, 0, 0, 0, at));
            add(batch, channel, new Live(settled, -count.received()));
        });
    }

    void failed(Batch batch) {
        unavailable.increment();
        batch.counts().forEach((channel, count) -> add(batch, channel, new Live(NONE, -count.received())));
    }

    private void add(Batch batch, String channel, Live change) {
        doors.merge(new Door(batch.organization(), batch.domain(), channel), change, Live::plus);
    }

    /** All doors that anything came through. */
    public Map<Door, Live> doors() {
        return Map.copyOf(doors);
    }

    /** A door alone, with zeros when nothing came through. */
    public Live of(OrganizationId organization, String domain, String channel) {
        return doors.getOrDefault(new Door(organization, domain, channel), new Live(NONE, 0));
    }

    /** Of all organizations. */
    long settled(String domain, String channel, ToLongFunction<IntakeCount> count) {
        return through(domain, channel)
                .mapToLong(live -> count.applyAsLong(live.settled()))
                .sum();
    }

    /** Of all organizations. */
    long inFlight(String domain, String channel) {
        return through(domain, channel).mapToLong(Live::inFlight).sum();
    }

    private Stream<Live> through(String domain, String channel) {
        return doors.entrySet().stream()
                .filter(door -> door.getKey().domain().equals(domain)
                        && door.getKey().channel().equals(channel))
                .map(Map.Entry::getValue);
    }

    /** Batches that the log did not take. */
    public long unavailable() {
        return unavailable.sum();
    }

    /** Where records come in. */
    public record Door(OrganizationId organization, String domain, String channel) {}

    /**
     * Counts of a door.
     *
     * @param settled  committed by this process
     * @param inFlight records received and not settled yet
     */
    public record Live(IntakeCount settled, long inFlight) {

        Live plus(Live other) {
            return new Live(settled.plus(other.settled), inFlight + other.inFlight);
        }
    }
}
