package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import java.io.IOException;
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

    public void write(StateOutput output) throws IOException {
        output.number(counts.size());
        for (Map.Entry<String, Map<String, Map<Integer, Long>>> tally : counts.entrySet()) {
            output.text(tally.getKey()).number(tally.getValue().size());
            for (Map.Entry<String, Map<Integer, Long>> value : tally.getValue().entrySet()) {
                output.text(value.getKey()).number(value.getValue().size());
                for (Map.Entry<Integer, Long> shard : value.getValue().entrySet()) {
                    output.number(shard.getKey()).longNumber(shard.getValue());
                }
            }
        }
    }

    /** Reads tallies that were written. */
    public static Tallies read(StateInput input) throws IOException {
        Tallies tallies = new Tallies();
        for (int names = input.number(); names > 0; names--) {
            Map<String, Map<Integer, Long>> values = new HashMap<>();
            tallies.counts.put(input.text(), values);
            for (int left = input.number(); left > 0; left--) {
                values.put(input.text(), shards(input));
            }
        }
        return tallies;
    }

    private static Map<Integer, Long> shards(StateInput input) throws IOException {
        Map<Integer, Long> shards = new HashMap<>();
        for (int left = input.number(); left > 0; left--) {
            int shard = input.number();
            shards.put(shard, input.longNumber());
        }
        return shards;
    }

    private static long sum(Map<Integer, Long> shards) {
        return shards.values().stream().mapToLong(Long::longValue).sum();
    }
}
