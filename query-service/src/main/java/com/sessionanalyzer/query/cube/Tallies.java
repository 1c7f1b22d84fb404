package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of distinct things of one organization; shards share none of them, so their counts add up. */
public final class Tallies {

    private final Map<String, Map<String, Map<Integer, Long>>> counts = new HashMap<>();

    /** Sets a tally of one shard; null removes it. */
    public void set(CubeKey.Tally key, CubeEntry.@Nullable Tally tally) {
        Map<Integer, Long> shards = counts.computeIfAbsent(key.name(), name -> new HashMap<>())
                .computeIfAbsent(key.value(), value -> new HashMap<>());
        if (tally == null) {
            shards.remove(key.shard());
        } else {
            shards.put(key.shard(), tally.count());
        }
    }

    /** The tally whose value is empty. */
    public long total(String name) {
        return by(name).getOrDefault("", 0L);
    }

    /** The tally per value, the largest first, then by name. */
    public Map<String, Long> by(String name) {
        Map<String, Long> sums = new HashMap<>();
        counts.getOrDefault(name, Map.of()).forEach((value, shards) -> sums.put(value, sum(shards)));
        return Ranking.of(sums);
    }

    private static long sum(Map<Integer, Long> shards) {
        return shards.values().stream().mapToLong(Long::longValue).sum();
    }
}
