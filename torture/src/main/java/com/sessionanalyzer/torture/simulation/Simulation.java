package com.sessionanalyzer.torture.simulation;

import com.sessionanalyzer.query.projection.SimulatedTable;
import com.sessionanalyzer.query.projection.SimulatedTable.Trouble;
import com.sessionanalyzer.query.projection.SimulatedTable.Weakness;
import com.sessionanalyzer.query.session.SimulatedCube;
import com.sessionanalyzer.query.session.SimulatedRows;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.verify.Recomputation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * One run from a seed: records come while shards count, commit and crash, a reader of the cube takes entries in any order
 * between partitions and is started anew from compacted topics, and the projection is cut off, rebalanced and overtaken.
 * After any step what is shown is what the log says up to where it says it is.
 */
public final class Simulation {

    private static final int PARTITIONS = 2;
    private static final int MOST_STEPS = 10_000;

    private final Random random;
    private final SourceLog source = new SourceLog(PARTITIONS);
    private final History history;
    private final List<SimulatedShard> shards = new ArrayList<>();
    private final SimulatedCube cube = new SimulatedCube();
    private final int[][] taken = new int[PARTITIONS][2];
    private final SimulatedTable table;
    private final List<String> findings = new ArrayList<>();
    private final int events;
    private int happened;
    private Position shown = Position.BEGINNING;
    private boolean calm;
    private boolean finished;
    private int steps;

    public Simulation(long seed, Fault fault) {
        this.random = new Random(seed);
        this.history = new History(source, random);
        this.events = 5 + random.nextInt(26);
        this.table = SimulatedRows.table(this::trouble, weakness(fault));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            shards.add(new SimulatedShard(partition, source, fault));
        }
        cube.load(List.of());
    }

    private static Weakness weakness(Fault fault) {
        return switch (fault) {
            case REVISIONS_IGNORED -> Weakness.IGNORES_VERSIONS;
            case OFFSETS_BEFORE_ROWS -> Weakness.MOVES_OFFSETS_FIRST;
            default -> Weakness.NONE;
        };
    }

    /** What is wrong; empty when nothing is. */
    public List<String> run() {
        try {
            while (findings.isEmpty() && !isDone()) {
                project();
            }
            if (findings.isEmpty()) {
                compareInsights();
                comparePosition();
                compareRows();
            }
            return findings;
        } finally {
            shards.forEach(SimulatedShard::close);
        }
    }

    private boolean isDone() {
        return finished
                && table.offsets().equals(ends())
                && IntStream.range(0, PARTITIONS)
                        .noneMatch(partition -> shards.get(partition).hasMore() || left(partition));
    }

    private Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new HashMap<>();
        IntStream.range(0, PARTITIONS).forEach(partition -> ends.put(partition, (long) source.end(partition)));
        return ends;
    }

    private boolean left(int partition) {
        return taken[partition][0] < shards.get(partition).cube().size()
                || taken[partition][1] < shards.get(partition).customers().size();
    }

    /** One life of the projection's reader: other things happen whenever it looks whether it is still wanted. */
    private void project() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(SessionTopics.RECORDS, partition))
                .toList();
        consumer.updatePartitions(
                SessionTopics.RECORDS,
                partitions.stream()
                        .map(each -> new PartitionInfo(
                                each.topic(), each.partition(), Node.noNode(), new Node[0], new Node[0]))
                        .toList());
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        partitions.forEach(partition -> beginnings.put(partition, 0L));
        consumer.updateBeginningOffsets(beginnings);
        Delivery delivery = new Delivery(consumer, partitions);
        table.read(consumer, delivery::isWanted);
        consumer.close();
    }

    /** What the projection's consumer gets, and when its life ends. */
    private final class Delivery {

        private final MockConsumer<byte[], byte[]> consumer;
        private final List<TopicPartition> partitions;
        private boolean joined;

        private Delivery(MockConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
            this.consumer = consumer;
            this.partitions = partitions;
        }

        private boolean isWanted() {
            updateEnds();
            if (!joined) {
                joined = true;
                return true;
            }
            if (consumer.assignment().isEmpty()) {
                consumer.rebalance(partitions);
            }
            step();
            updateEnds();
            deliver();
            return findings.isEmpty() && !isDone() && (calm || random.nextInt(25) > 0);
        }

        private void updateEnds() {
            Map<TopicPartition, Long> ends = new HashMap<>();
            partitions.forEach(partition -> ends.put(partition, (long) source.end(partition.partition())));
            consumer.updateEndOffsets(ends);
        }

        private void deliver() {
            if (!calm && random.nextInt(20) == 0) {
                consumer.rebalance(List.of());
                return;
            }
            for (TopicPartition partition : partitions) {
                if (consumer.paused().contains(partition)) {
                    continue;
                }
                int from = (int) consumer.position(partition);
                int most = source.end(partition.partition()) - from;
                int to = from + (calm ? most : random.nextInt(most + 1));
                source.between(partition.partition(), from, to).forEach(consumer::addRecord);
            }
        }
    }

    private void step() {
        if (++steps > MOST_STEPS) {
            findings.add("it does not come to an end");
        } else if (calm) {
            shards.forEach(this::finish);
            IntStream.range(0, PARTITIONS).forEach(this::takeAll);
            watchPosition();
            finished = true;
        } else {
            disturb();
        }
        if (!calm && happened == events && random.nextInt(30) == 0) {
            calm = true;
        }
    }

    private void disturb() {
        SimulatedShard shard = shards.get(random.nextInt(PARTITIONS));
        int dice = random.nextInt(100);
        if (dice < 35) {
            happen();
        } else if (dice < 55) {
            process(shard);
        } else if (dice < 63) {
            shard.emit();
        } else if (dice < 73) {
            shard.commit();
        } else if (dice < 75) {
            shard.crash();
        } else if (dice < 76) {
            shard.forget();
        } else if (dice < 92) {
            take(random.nextInt(PARTITIONS));
        } else if (dice < 95) {
            startReaderAnew();
        } else if (dice < 97) {
            overtake(random.nextInt(PARTITIONS));
        } else {
            compareInsights();
        }
        watchPosition();
    }

    private void happen() {
        for (int i = random.nextInt(4); i >= 0 && happened < events; i--) {
            history.happen();
            happened++;
        }
    }

    private void process(SimulatedShard shard) {
        for (int i = random.nextInt(5); i >= 0 && shard.hasMore(); i--) {
            shard.process();
        }
    }

    private void finish(SimulatedShard shard) {
        while (shard.hasMore()) {
            shard.process();
        }
        shard.emit();
        shard.commit();
    }

    /** Some entries of one partition of one topic, cut off anywhere. */
    private void take(int partition) {
        int topic = random.nextInt(2);
        List<ConsumerRecord<byte[], byte[]>> entries = entries(partition, topic);
        int until = taken[partition][topic] + random.nextInt(entries.size() - taken[partition][topic] + 1);
        while (taken[partition][topic] < until) {
            cube.take(entries.get(taken[partition][topic]++));
        }
    }

    private void takeAll(int partition) {
        for (int topic = 0; topic < 2; topic++) {
            List<ConsumerRecord<byte[], byte[]>> entries = entries(partition, topic);
            while (taken[partition][topic] < entries.size()) {
                cube.take(entries.get(taken[partition][topic]++));
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> entries(int partition, int topic) {
        SimulatedShard shard = shards.get(partition);
        return topic == 0 ? shard.cube() : shard.customers();
    }

    private void startReaderAnew() {
        List<List<ConsumerRecord<byte[], byte[]>>> topics = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (int topic = 0; topic < 2; topic++) {
                List<ConsumerRecord<byte[], byte[]>> entries = entries(partition, topic);
                topics.add(compacted(entries, random.nextInt(entries.size() + 1)));
                taken[partition][topic] = entries.size();
            }
        }
        cube.load(interleaved(topics));
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

    private List<ConsumerRecord<byte[], byte[]>> interleaved(List<List<ConsumerRecord<byte[], byte[]>>> topics) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        int[] next = new int[topics.size()];
        int left = topics.stream().mapToInt(List::size).sum();
        while (all.size() < left) {
            int topic = random.nextInt(topics.size());
            if (next[topic] < topics.get(topic).size()) {
                all.add(topics.get(topic).get(next[topic]++));
            }
        }
        return all;
    }

    /** Another instance has the partition for a moment and goes on with it. */
    private void overtake(int partition) {
        int from = table.offsets().getOrDefault(partition, 0L).intValue();
        int to = from + random.nextInt(source.end(partition) - from + 1);
        try {
            table.writeAsAnother(partition, source.between(partition, from, to), to);
        } catch (SQLException away) {
            return; // it was the other's turn to lose its database
        }
    }

    private Trouble trouble() {
        int dice = calm ? 99 : random.nextInt(100);
        return dice < 4 ? Trouble.BEFORE_COMMIT : dice < 8 ? Trouble.AFTER_COMMIT : Trouble.NONE;
    }

    private void watchPosition() {
        Position now = cube.position(SourceLog.ORGANIZATION);
        if (!now.contains(shown)) {
            findings.add("the numbers were at " + shown + ", then at " + now);
        }
        shown = now;
    }

    private void compareInsights() {
        SimulatedCube.Shown now = cube.show(SourceLog.ORGANIZATION);
        List<SessionRecord> live = source.live(now.position());
        Recomputation.differences(live, now.json())
                .forEach(difference -> findings.add("at " + now.position() + ": " + difference));
    }

    private void comparePosition() {
        if (!shown.equals(end())) {
            findings.add("all is read, and the numbers are at " + shown + " instead of " + end());
        }
    }

    /** When all is read, there is a row for each record and no other, and it is the newest version. */
    private void compareRows() {
        Map<String, String> expected = new HashMap<>();
        source.live(end())
                .forEach(record -> expected.put(
                        record.id().toString(),
                        Arrays.asList(
                                        record.revision(),
                                        record.sessions(),
                                        record.customer().key())
                                .toString()));
        Map<String, String> revisions = table.column("revision", "id");
        Map<String, String> sessions = table.column("sessions", "id");
        Map<String, String> customers = table.column("customer_key", "id");
        Map<String, String> found = new HashMap<>();
        revisions
                .keySet()
                .forEach(id -> found.put(
                        id,
                        Arrays.asList(revisions.get(id), sessions.get(id), customers.get(id))
                                .toString()));
        if (!found.equals(expected)) {
            findings.add("the rows are " + found + ", the log says " + expected);
        }
    }

    private Position end() {
        Position end = Position.BEGINNING;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            end = source.end(partition) == 0 ? end : end.and(partition, source.end(partition) - 1);
        }
        return end;
    }
}
