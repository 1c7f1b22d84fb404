package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * The newest state, changed by one thread a whole batch at a time and asked by many; a question sees no half batch. It is
 * ready once it has been loaded, and stays so while it is loaded anew.
 */
public final class LiveCube<P> {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<CubeListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<OrganizationId, Long> versions = new HashMap<>();
    private CubeState<P> state;
    private long version;
    private final CountDownLatch loaded = new CountDownLatch(1);

    public LiveCube(Supplier<P> emptyPart) {
        this.state = new CubeState<>(emptyPart);
    }

    public void addListener(CubeListener listener) {
        listeners.add(listener);
    }

    public boolean isReady() {
        return loaded.getCount() == 0;
    }

    /** Waits until it is ready; false when that takes longer than this. */
    public boolean awaitReady(Duration patience) throws InterruptedException {
        return loaded.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Timestamp of the newest source record contained. */
    Instant asOf() {
        lock.readLock().lock();
        try {
            return state.asOf();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Asks about one organization; the part must not be used after the question is answered. */
    public <R> R ask(OrganizationId organization, Function<Edition<P>, R> question) {
        lock.readLock().lock();
        try {
            return question.apply(new Edition<>(
                    versions.getOrDefault(organization, 0L),
                    state.position(),
                    state.asOf(organization),
                    state.part(organization)));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What is contained. */
    public Position position() {
        lock.readLock().lock();
        try {
            return state.position();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The sum of a measure over the parts of all organizations. */
    public long sum(ToLongFunction<P> measure) {
        lock.readLock().lock();
        try {
            return state.sum(measure);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Replaces everything by what was loaded. */
    void publish(CubeState<P> loaded) {
        change(() -> {
            Set<OrganizationId> concerned = new HashSet<>(state.organizations());
            state = loaded;
            concerned.addAll(loaded.organizations());
            return concerned;
        });
        listeners.forEach(CubeListener::loaded);
    }

    void apply(List<Batch<P>> batches) {
        change(() -> {
            Set<OrganizationId> concerned = new HashSet<>();
            batches.forEach(batch -> concerned.addAll(state.apply(batch)));
            return concerned;
        });
    }

    private void change(Supplier<Set<OrganizationId>> change) {
        Set<OrganizationId> concerned;
        Position position;
        lock.writeLock().lock();
        try {
            concerned = change.get();
            version++;
            concerned.forEach(organization -> versions.put(organization, version));
            position = state.position();
            loaded.countDown();
        } finally {
            lock.writeLock().unlock();
        }
        listeners.forEach(listener -> listener.changed(position, concerned));
    }
}
