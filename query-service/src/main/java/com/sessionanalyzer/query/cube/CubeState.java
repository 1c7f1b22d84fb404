package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/** The parts of all organizations and how far they have come; for one thread, or under a lock. */
final class CubeState<P> {

    private final Supplier<P> emptyPart;
    private final Map<OrganizationId, P> parts = new HashMap<>();
    private final Map<OrganizationId, Instant> changed = new HashMap<>();
    private final TreeMap<Integer, Long> offsets = new TreeMap<>();
    private final Map<TopicPartition, Long> places = new HashMap<>();
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
        places.putAll(batch.places());
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

    /** Where to read on in the topics and in their source, all before which is contained. */
    Map<TopicPartition, Long> places(String source) {
        Map<TopicPartition, Long> all = new HashMap<>(places);
        offsets.forEach((shard, offset) -> all.put(new TopicPartition(source, shard), offset + 1));
        return all;
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

    void write(StateOutput output, PartFormat<P> format) throws IOException {
        output.instant(asOf).number(offsets.size());
        for (Map.Entry<Integer, Long> offset : offsets.entrySet()) {
            output.number(offset.getKey()).longNumber(offset.getValue());
        }
        output.number(places.size());
        for (Map.Entry<TopicPartition, Long> place : places.entrySet()) {
            output.text(place.getKey().topic())
                    .number(place.getKey().partition())
                    .longNumber(place.getValue());
        }
        output.number(parts.size());
        for (Map.Entry<OrganizationId, P> part : parts.entrySet()) {
            output.text(part.getKey().value()).instant(asOf(part.getKey()));
            format.write(part.getValue(), output);
        }
    }

    /** Reads a state that was written. */
    static <P> CubeState<P> read(StateInput input, PartFormat<P> format, Supplier<P> emptyPart) throws IOException {
        CubeState<P> state = new CubeState<>(emptyPart);
        state.asOf = input.instant();
        for (int left = input.number(); left > 0; left--) {
            int shard = input.number();
            state.offsets.put(shard, input.longNumber());
        }
        state.position = new Position(state.offsets);
        for (int left = input.number(); left > 0; left--) {
            TopicPartition partition = new TopicPartition(input.text(), input.number());
            state.places.put(partition, input.longNumber());
        }
        for (int left = input.number(); left > 0; left--) {
            OrganizationId organization = new OrganizationId(input.text());
            state.changed.put(organization, input.instant());
            state.parts.put(organization, format.read(input));
        }
        return state;
    }
}
