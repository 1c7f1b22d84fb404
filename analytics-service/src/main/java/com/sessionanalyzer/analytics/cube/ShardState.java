package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** One shard's aggregates, which of them are still to be stored, and which still to be emitted. */
final class ShardState<S> implements CubeState<S> {

    private final int shard;
    private final AggregateStore store;
    private final AtHand atHand;
    private final ShardProgress progress;
    private final ShardTable<CellKey, Counts> cells;
    private final ShardTable<TallyKey, Long> tallies;
    private final ShardTable<EntryKey, SubjectEntry<S>> subjects;
    private final ShardTable<EntryKey, Long> parts;
    private final PartCounters counters;

    private ShardState(int shard, AggregateStore store, Subjects<?, S> subjects, AtHand atHand) {
        this.shard = shard;
        this.store = store;
        this.atHand = atHand;
        this.progress = ShardProgress.in(store);
        this.cells = new ShardTable<>('c', store, Counts::encode, ShardState::counts);
        this.tallies = new ShardTable<>('t', store, count -> new CubeEntry.Tally(count).encode(), ShardState::tally);
        this.subjects = new ShardTable<>('s', store, subjects::encode, subjects::decode);
        this.parts = new ShardTable<>('v', store, subjects::encodePart, subjects::decodePart);
        this.counters = new PartCounters(store);
    }

    /** The shard as its store has it; what was committed but never emitted is taken up again. */
    static <S> ShardState<S> open(int shard, AggregateStore store, Subjects<?, S> subjects, AtHand atHand) {
        ShardState<S> state = new ShardState<>(shard, store, subjects, atHand);
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

    PartCounters counters() {
        return counters;
    }

    @Override
    public void add(Place place, Counts difference) {
        cells.update(
                new CellKey(place, shard),
                counts -> {
                    Counts sum = counts == null ? difference : counts.plus(difference);
                    return sum.isZero() ? null : sum;
                },
                progress.folded());
    }

    @Override
    public void add(OrganizationId organization, TallyName tally, long difference) {
        move(tallies, new TallyKey(organization, tally, shard), difference);
    }

    @Override
    public long addToPart(EntryKey part, long difference) {
        return move(parts, part, difference);
    }

    @Override
    public long addTowards(TallyName tally, EntryKey subject, long difference) {
        return counters.add(subject, tally, difference);
    }

    @Override
    public @Nullable SubjectEntry<S> subject(EntryKey key) {
        return subjects.get(key);
    }

    @Override
    public void subject(EntryKey key, @Nullable SubjectEntry<S> subject) {
        subjects.put(key, subject, progress.folded());
    }

    /** Hands out what changed since the last time, and notes that it did. */
    void emit(BiConsumer<byte[], byte @Nullable []> cube, BiConsumer<byte[], byte @Nullable []> subject) {
        cells.emit(cube);
        tallies.emit(cube);
        subjects.emit(subject);
        parts.emit(subject);
        progress.emit();
    }

    /** Stores what changed, so that the commit that follows contains it. */
    void save() {
        List<KeyValue<Bytes, byte @Nullable []>> changes = new ArrayList<>();
        cells.save(changes);
        tallies.save(changes);
        subjects.save(changes);
        parts.save(changes);
        counters.save(changes);
        progress.save(changes);
        if (!changes.isEmpty()) {
            store.putAll(changes);
        }
        forgetWhenFull();
    }

    /** Half of the memory is for what was used lately, half for what was used before. */
    private void forgetWhenFull() {
        long used = cells.bytes() + tallies.bytes() + subjects.bytes() + parts.bytes() + counters.bytes();
        if (used > atHand.bytes() / 2) {
            cells.forget();
            tallies.forget();
            subjects.forget();
            parts.forget();
            counters.forget();
        }
    }

    private <K extends EntryKey> long move(ShardTable<K, Long> counts, K key, long difference) {
        Long moved = counts.update(
                key,
                count -> {
                    long sum = (count == null ? 0 : count) + difference;
                    return sum == 0 ? null : sum;
                },
                progress.folded());
        return moved == null ? 0 : moved;
    }

    private static Counts counts(byte[] entry) {
        return Counts.of((CubeEntry.Cell) CubeEntry.decode(entry));
    }

    private static long tally(byte[] entry) {
        return ((CubeEntry.Tally) CubeEntry.decode(entry)).count();
    }

    /** Names a cell of this shard. */
    private record CellKey(Place place, int shard) implements EntryKey {

        @Override
        public byte[] encode() {
            return place.in(shard).encode();
        }
    }

    /** Names a tally of this shard. */
    private record TallyKey(OrganizationId organization, TallyName tally, int shard) implements EntryKey {

        @Override
        public byte[] encode() {
            return tally.of(organization, shard).encode();
        }
    }
}
