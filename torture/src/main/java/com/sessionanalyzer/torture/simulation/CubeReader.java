package com.sessionanalyzer.torture.simulation;

import com.sessionanalyzer.query.session.SimulatedCube;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.standalone.verify.Recomputation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;

/** Reads what shards committed into the real cube, a few entries of one partition at a time, and looks at what it shows. */
final class CubeReader {

    private static final int TOPICS = 2;

    private final SourceLog source;
    private final List<SimulatedShard> shards;
    private final Random random;
    private final Consumer<String> finding;
    private final SimulatedCube cube = new SimulatedCube();
    private final int[][] taken;
    private Position shown = Position.BEGINNING;

    CubeReader(SourceLog source, List<SimulatedShard> shards, Random random, Consumer<String> finding) {
        this.source = source;
        this.shards = shards;
        this.random = random;
        this.finding = finding;
        this.taken = new int[shards.size()][TOPICS];
        cube.load(List.of());
    }

    /** Some entries of one partition of one topic, cut off anywhere. */
    void takeSome() {
        int partition = random.nextInt(shards.size());
        int topic = random.nextInt(TOPICS);
        int left = entries(partition, topic).size() - taken[partition][topic];
        take(partition, topic, random.nextInt(left + 1));
    }

    void takeAll() {
        for (int partition = 0; partition < shards.size(); partition++) {
            for (int topic = 0; topic < TOPICS; topic++) {
                take(partition, topic, entries(partition, topic).size() - taken[partition][topic]);
            }
        }
    }

    private void take(int partition, int topic, int count) {
        for (int i = 0; i < count; i++) {
            cube.take(entries(partition, topic).get(taken[partition][topic]++));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> entries(int partition, int topic) {
        SimulatedShard shard = shards.get(partition);
        return topic == 0 ? shard.cube() : shard.customers();
    }

    /** A new process, to which the topics come compacted up to anywhere, and mixed between partitions. */
    void startAnew() {
        List<List<ConsumerRecord<byte[], byte[]>>> topics = new ArrayList<>();
        for (int partition = 0; partition < shards.size(); partition++) {
            for (int topic = 0; topic < TOPICS; topic++) {
                List<ConsumerRecord<byte[], byte[]>> entries = entries(partition, topic);
                topics.add(compacted(entries, random.nextInt(entries.size() + 1)));
                taken[partition][topic] = entries.size();
            }
        }
        cube.load(mixed(topics));
    }

    /** What is left when everything before the offset was compacted. */
    private static List<ConsumerRecord<byte[], byte[]>> compacted(
            List<ConsumerRecord<byte[], byte[]>> entries, int before) {
        Set<Bytes> later = new HashSet<>();
        List<ConsumerRecord<byte[], byte[]>> kept = new ArrayList<>(entries.subList(before, entries.size()));
        for (int i = before - 1; i >= 0; i--) {
            if (later.add(Bytes.wrap(entries.get(i).key()))) {
                kept.add(0, entries.get(i));
            }
        }
        return kept;
    }

    private List<ConsumerRecord<byte[], byte[]>> mixed(List<List<ConsumerRecord<byte[], byte[]>>> topics) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        int[] next = new int[topics.size()];
        int size = topics.stream().mapToInt(List::size).sum();
        while (all.size() < size) {
            int topic = random.nextInt(topics.size());
            if (next[topic] < topics.get(topic).size()) {
                all.add(topics.get(topic).get(next[topic]++));
            }
        }
        return all;
    }

    /** The position never goes back. */
    void watch() {
        Position now = cube.position(SourceLog.ORGANIZATION);
        if (!now.contains(shown)) {
            finding.accept("the numbers were at " + shown + ", then at " + now);
        }
        shown = now;
    }

    /** The numbers are what the log says up to exactly their position. */
    void compare() {
        SimulatedCube.Shown now = cube.show(SourceLog.ORGANIZATION);
        Recomputation.differences(source.live(now.position()), now.json())
                .forEach(difference -> finding.accept("at " + now.position() + ": " + difference));
    }

    /** And in the end they contain all of it. */
    void compareEnd() {
        compare();
        if (!shown.equals(source.end())) {
            finding.accept("all is read, and the numbers are at " + shown + " instead of " + source.end());
        }
    }
}
