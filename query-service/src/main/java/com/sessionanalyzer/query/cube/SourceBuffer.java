package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the changes of source records, shard by shard, until the numbers contain them. */
final class SourceBuffer<P> {

    private final Map<Integer, Deque<Numbered<P>>> shards = new HashMap<>();

    private record Numbered<P>(long offset, Change<P> change) {}

    void add(long offset, Change<P> change) {
        shards.computeIfAbsent(change.shard(), shard -> new ArrayDeque<>()).add(new Numbered<>(offset, change));
    }

    /** Takes out the changes of a shard up to this source offset, oldest first. */
    List<Change<P>> take(int shard, long offset) {
        List<Change<P>> taken = new ArrayList<>();
        Deque<Numbered<P>> waiting = shards.getOrDefault(shard, new ArrayDeque<>());
        while (!waiting.isEmpty() && waiting.element().offset() <= offset) {
            taken.add(waiting.remove().change());
        }
        return taken;
    }

    int size(int shard) {
        Deque<Numbered<P>> waiting = shards.get(shard);
        return waiting == null ? 0 : waiting.size();
    }
}
