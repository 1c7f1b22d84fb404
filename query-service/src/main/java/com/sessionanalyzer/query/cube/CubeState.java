package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The parts of all organizations and how far they have come; for one thread, or under a lock. */
final class CubeState<P> {

    private final Supplier<P> emptyPart;
    private final Map<OrganizationId, P> parts = new HashMap<>();
    private final Map<OrganizationId, Instant> changed = new HashMap<>();
    private final TreeMap<Integer, Long> offsets = new TreeMap<>();
    private Instant asOf = Instant.EPOCH;
    private Position position = Position.BEGINNING;

    CubeState(Supplier<P> emptyPart) {
        this.emptyPart = emptyPart;
    }

    /** Applies a whole batch and answers whom it concerns. */
    Set<OrganizationId> apply(Batch<P> batch) {
        Set<OrganizationId> concerned = new TreeSet<>();
        asOf = asOf.isAfter(batch.asOf()) ? asOf : batch.asOf();
        for (Change<P> change : batch.changes()) {
            apply(change);
            concerned.add(change.organization());
        }
        concerned.forEach(organization -> changed.put(organization, asOf));
        offsets.put(batch.shard(), batch.offset());
        position = new Position(offsets);
        return concerned;
    }

    /** Applies what the offsets contain already. */
    void apply(Change<P> change) {
        change.effect().accept(parts.computeIfAbsent(change.organization(), organization -> emptyPart.get()));
    }

    /** How far each shard has come in the source. */
    Map<Integer, Long> offsets() {
        return Collections.unmodifiableMap(offsets);
    }

    Position position() {
        return position;
    }

    long sum(ToLongFunction<P> measure) {
        return parts.values().stream().mapToLong(measure).sum();
    }

    P part(OrganizationId organization) {
        P part = parts.get(organization);
        return part == null ? emptyPart.get() : part;
    }

    Instant asOf() {
        return asOf;
    }

    Instant asOf(OrganizationId organization) {
        return changed.getOrDefault(organization, Instant.EPOCH);
    }

    Set<OrganizationId> organizations() {
        return Set.copyOf(parts.keySet());
    }
}
