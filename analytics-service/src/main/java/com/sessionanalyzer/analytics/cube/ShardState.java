package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeEntry;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One shard's aggregates in its store, and which of them are still to be emitted. */
final class ShardState<S> implements CubeState<S> {

    private final int shard;
    private final ShardProgress progress;
    private final ShardTable<Counts> cells;
    private final ShardTable<Long> tallies;
    private final ShardTable<S> subjects;
    private final ShardTable<Long> parts;
    private final ShardCounters counters;

    private ShardState(int shard, KeyValueStore<Bytes, byte[]> store, Subjects<?, S> subjects) {
        this.shard = shard;
        this.progress = ShardProgress.in(store);
        this.cells = new ShardTable<>('c', store, counts -> counts.toEntry().encode(), ShardState::counts);
        this.tallies = new ShardTable<>('t', store, count -> new CubeEntry.Tally(count).encode(), ShardState::tally);
        this.subjects = new ShardTable<>('s', store, subjects::encode, subjects::decode);
        this.parts = new ShardTable<>('v', store, subjects::encodePart, subjects::decodePart);
        this.counters = new ShardCounters(store);
    }

    /** The shard as its store has it; what was committed but never emitted is taken up again. */
    static <S> ShardState<S> open(int shard, KeyValueStore<Bytes, byte[]> store, Subjects<?, S> subjects) {
        ShardState<S> state = new ShardState<>(shard, store, subjects);
        if (state.progress.isBehind()) {
            state.cells.recoverAfter(state.progress.emitted());
            state.tallies.recoverAfter(state.progress.emitted());
            state.subjects.recoverAfter(state.progress.emitted());
            state.parts.recoverAfter(state.progress.emitted());
        }
        return state;
    }

    ShardProgress progress() {
        return progress;
    }

    @Override
    public void add(Place place, Counts difference) {
        cells.update(
                place.in(shard).encode(),
                counts -> {
                    Counts sum = counts == null ? difference : counts.plus(difference);
                    return sum.isZero() ? null : sum;
                },
                progress.folded());
    }

    @Override
    public void add(OrganizationId organization, TallyName tally, long difference) {
        move(tallies, tally.of(organization, shard).encode(), difference);
    }

    @Override
    public void addToPart(byte[] part, long difference) {
        move(parts, part, difference);
    }

    @Override
    public long addTowards(TallyName tally, byte[] subject, long difference) {
        return counters.add(subject, tally, difference);
    }

    @Override
    public @Nullable S subject(byte[] key) {
        return subjects.get(key);
    }

    @Override
    public void subject(byte[] key, @Nullable S state) {
        subjects.put(key, state, progress.folded());
    }

    /** Hands out what changed since the last time, and notes that it did. */
    void emit(BiConsumer<byte[], byte @Nullable []> cube, BiConsumer<byte[], byte @Nullable []> subject) {
        cells.emit(cube);
        tallies.emit(cube);
        subjects.emit(subject);
        parts.emit(subject);
        progress.emit();
    }

    private void move(ShardTable<Long> counts, byte[] key, long difference) {
        counts.update(
                key,
                count -> {
                    long sum = (count == null ? 0 : count) + difference;
                    return sum == 0 ? null : sum;
                },
                progress.folded());
    }

    private static Counts counts(byte[] entry) {
        return Counts.of((CubeEntry.Cell) CubeEntry.decode(entry));
    }

    private static long tally(byte[] entry) {
        return ((CubeEntry.Tally) CubeEntry.decode(entry)).count();
    }
}
