package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Changes of one shard that are only true together, and the source offset they lead to. */
record Batch<P>(
        int shard,
        long offset,
        Instant asOf,
        List<Change<P>> changes,
        @Nullable String trace,
        Map<TopicPartition, Long> places) {

    Batch {
        changes = List.copyOf(changes);
        places = Map.copyOf(places);
    }

    /** The same with more changes. */
    Batch<P> and(List<Change<P>> more) {
        return new Batch<>(
                shard,
                offset,
                asOf,
                Stream.concat(changes.stream(), more.stream()).toList(),
                trace,
                places);
    }

    /** Both, with the later one's offset. */
    Batch<P> then(Batch<P> later) {
        return new Batch<>(
                shard,
                later.offset,
                asOf.isAfter(later.asOf) ? asOf : later.asOf,
                Stream.concat(changes.stream(), later.changes.stream()).toList(),
                later.trace == null ? trace : later.trace,
                places(later));
    }

    private Map<TopicPartition, Long> places(Batch<P> later) {
        Map<TopicPartition, Long> both = new HashMap<>(places);
        both.putAll(later.places);
        return both;
    }
}
