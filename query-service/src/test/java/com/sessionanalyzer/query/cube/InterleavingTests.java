package com.sessionanalyzer.query.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.query.cube.ShardEntry.Progress;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the order in which two topics of several shards are delivered, and whatever compaction removed before. */
class InterleavingTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final int SHARDS = 3;
    private static final int KEYS = 4;

    @Property(tries = 500)
    void endsInTheSameStateAndNeverShowsHalfABatch(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int rounds) {
        Random random = new Random(seed);
        List<List<Deque<ShardEntry<Map<String, Long>>>>> feeds = feeds(random, rounds);
        List<Shard<Map<String, Long>>> shards = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(new Shard<>(2));
        }
        CubeState<Map<String, Long>> state = new CubeState<>(HashMap::new);

        while (feeds.stream().flatMap(List::stream).anyMatch(feed -> !feed.isEmpty())) {
            int shard = random.nextInt(SHARDS);
            int topic = random.nextInt(2);
            Deque<ShardEntry<Map<String, Long>>> feed = feeds.get(shard).get(topic);
            if (!feed.isEmpty()) {
                deliver(shards.get(shard), topic, feed.remove()).forEach(batch -> {
                    state.apply(batch);
                    assertThatTopicsAgree(state.part(ACME), batch);
                });
            }
        }

        for (int shard = 0; shard < SHARDS; shard++) {
            assertThat(state.position().offsets()).containsEntry(shard, (long) rounds);
            assertThat(state.part(ACME)).containsEntry(shard + "/0/round", (long) rounds);
            assertThat(state.part(ACME)).containsEntry(shard + "/1/round", (long) rounds);
        }
    }

    /** Each round sets its number in both topics of a shard, so a state that mixes rounds can be told. */
    private static List<List<Deque<ShardEntry<Map<String, Long>>>>> feeds(Random random, int rounds) {
        List<List<Deque<ShardEntry<Map<String, Long>>>>> feeds = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            feeds.add(List.of(new ArrayDeque<>(), new ArrayDeque<>()));
            for (long round = 1; round <= rounds; round++) {
                for (int topic = 0; topic < 2; topic++) {
                    Deque<ShardEntry<Map<String, Long>>> feed = feeds.get(shard).get(topic);
                    feed.add(set(shard, topic, "round", round));
                    feed.add(set(shard, topic, "key-" + random.nextInt(KEYS), round));
                    if (round == rounds || random.nextInt(4) > 0) {
                        feed.add(new Progress<>(shard, round, Instant.ofEpochSecond(round)));
                    }
                }
            }
        }
        return feeds;
    }

    private static Change<Map<String, Long>> set(int shard, int topic, String key, long value) {
        return new Change<>(shard, ACME, part -> part.put(shard + "/" + topic + "/" + key, value));
    }

    private static List<Batch<Map<String, Long>>> deliver(
            Shard<Map<String, Long>> shard, int topic, ShardEntry<Map<String, Long>> entry) {
        if (entry instanceof Progress<Map<String, Long>> progress) {
            return shard.end(topic, progress, Map.of());
        }
        shard.add(topic, (Change<Map<String, Long>>) entry);
        return List.of();
    }

    private static void assertThatTopicsAgree(Map<String, Long> part, Batch<Map<String, Long>> batch) {
        Set<Long> told = new HashSet<>();
        told.add(part.getOrDefault(batch.shard() + "/0/round", 0L));
        told.add(part.getOrDefault(batch.shard() + "/1/round", 0L));
        assertThat(told).containsExactly(batch.offset());
    }
}
