package com.sessionanalyzer.query.cube;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullMarked;

/** What a reader of a cube's topics does, entry by entry: loads, shows what it loaded, then applies what comes. */
@NullMarked
public final class SimulatedReading<P> {

    private final List<ShardTopic<P>> topics;
    private final Supplier<P> emptyPart;
    private final LiveCube<P> cube;
    private ShardEntries<P> entries;

    public SimulatedReading(List<ShardTopic<P>> topics, Supplier<P> emptyPart, LiveCube<P> cube) {
        this.topics = topics;
        this.emptyPart = emptyPart;
        this.cube = cube;
        this.entries = new ShardEntries<>(topics);
    }

    /** Starts over with all that is there. */
    public void load(Iterable<ConsumerRecord<byte[], byte[]>> all) {
        entries = new ShardEntries<>(topics);
        CubeState<P> state = new CubeState<>(emptyPart);
        all.forEach(entry -> entries.add(entry).forEach(state::apply));
        cube.publish(state);
    }

    public void take(ConsumerRecord<byte[], byte[]> entry) {
        List<Batch<P>> batches = entries.add(entry);
        if (!batches.isEmpty()) {
            cube.apply(batches);
        }
    }
}
