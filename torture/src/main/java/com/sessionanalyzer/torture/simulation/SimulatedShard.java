package com.sessionanalyzer.torture.simulation;

import com.sessionanalyzer.analytics.session.SimulatedTopology;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.test.TestRecord;

/**
 * One shard of the real topology, in transactions: what it emits is seen when it is committed, and a crash takes it back to
 * the last commit, its aggregates as their changelog has them, its ledger as the source has it up to there.
 */
final class SimulatedShard implements AutoCloseable {

    private static final Duration EMIT_INTERVAL = Duration.ofMillis(50);
    private static final String AGGREGATES = "session-aggregates";

    private final int partition;
    private final SourceLog source;
    private final Fault fault;
    private final List<ConsumerRecord<byte[], byte[]>> cube = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> customers = new ArrayList<>();
    private final List<Runnable> uncommitted = new ArrayList<>();
    private final Map<String, MemoryStore> stores = new HashMap<>();
    private Map<Bytes, byte[]> committedAggregates = Map.of();
    private int committed;
    private int processed;
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> input;
    private List<TestOutputTopic<byte[], byte[]>> outputs;

    @SuppressWarnings("NullAway.Init")
    SimulatedShard(int partition, SourceLog source, Fault fault) {
        this.partition = partition;
        this.source = source;
        this.fault = fault;
        start(Map.of());
    }

    boolean hasMore() {
        return processed < source.end(partition);
    }

    void process() {
        pipe(source.at(partition, processed++));
        collect();
    }

    void emit() {
        driver.advanceWallClockTime(EMIT_INTERVAL);
        collect();
    }

    void commit() {
        uncommitted.forEach(Runnable::run);
        uncommitted.clear();
        committed = processed;
        committedAggregates = store(AGGREGATES).copy();
    }

    void crash() {
        Map<Bytes, byte[]> aggregates =
                fault == Fault.ABORTED_STATE_KEPT ? store(AGGREGATES).copy() : committedAggregates;
        if (fault == Fault.ABORTED_ENTRIES_KEPT) {
            uncommitted.forEach(Runnable::run);
        }
        uncommitted.clear();
        driver.close();
        processed = committed;
        Map<Bytes, byte[]> ledger = new TreeMap<>();
        source.between(partition, 0, committed).forEach(entry -> {
            if (entry.key() != null) {
                if (entry.value() == null) {
                    ledger.remove(Bytes.wrap(entry.key()));
                } else {
                    ledger.put(Bytes.wrap(entry.key()), entry.value());
                }
            }
        });
        committedAggregates = aggregates;
        start(ledger);
        for (int skipped = 0; skipped < committed; skipped++) {
            input.pipeInput(new TestRecord<>(null, null));
        }
    }

    /** The group forgets its offsets, and the ledger is lost with them: all of the source is read once more. */
    void forget() {
        commit();
        driver.close();
        start(Map.of());
        source.between(partition, 0, committed).forEach(this::pipe);
        collect();
    }

    /** What was committed to the topic of cells and tallies, with this shard's number in its keys. */
    List<ConsumerRecord<byte[], byte[]>> cube() {
        return cube;
    }

    List<ConsumerRecord<byte[], byte[]>> customers() {
        return customers;
    }

    private void pipe(ConsumerRecord<byte[], byte[]> entry) {
        input.pipeInput(new TestRecord<>(entry.key(), entry.value(), Instant.ofEpochMilli(entry.timestamp())));
    }

    private void start(Map<Bytes, byte[]> ledger) {
        stores.clear();
        Function<String, KeyValueBytesStoreSupplier> suppliers = name -> stores.computeIfAbsent(
                        name, each -> new MemoryStore(each, each.equals(AGGREGATES) ? committedAggregates : ledger))
                .supplier();
        Topology topology = fault == Fault.DELETIONS_IGNORED
                ? SimulatedTopology.deaf(EMIT_INTERVAL, suppliers)
                : SimulatedTopology.build(EMIT_INTERVAL, suppliers);
        driver = new TopologyTestDriver(topology, settings(), Instant.EPOCH);
        input = driver.createInputTopic(SessionTopics.RECORDS, new ByteArraySerializer(), new ByteArraySerializer());
        outputs = List.of(output(SessionTopics.CUBE), output(SessionTopics.CUSTOMERS));
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "simulation");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        return settings;
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void collect() {
        outputs.get(0)
                .readRecordsToList()
                .forEach(entry -> uncommitted.add(() -> cube.add(SourceLog.entry(
                        SessionTopics.CUBE, partition, cube.size(), 0, here(entry.key()), entry.value()))));
        outputs.get(1)
                .readRecordsToList()
                .forEach(entry -> uncommitted.add(() -> customers.add(SourceLog.entry(
                        SessionTopics.CUSTOMERS, partition, customers.size(), 0, entry.key(), entry.value()))));
    }

    /** The driver knows one partition only, so the shard's number is put in afterwards. */
    private byte[] here(byte[] key) {
        CubeKey decoded = CubeKey.decode(key);
        if (decoded instanceof CubeKey.Cell cell) {
            return new CubeKey.Cell(cell.organization(), partition, cell.day(), cell.dimensions()).encode();
        }
        return decoded instanceof CubeKey.Tally tally
                ? new CubeKey.Tally(tally.organization(), partition, tally.name(), tally.value()).encode()
                : new CubeKey.Progress(partition).encode();
    }

    private MemoryStore store(String name) {
        return Objects.requireNonNull(stores.get(name));
    }

    @Override
    public void close() {
        driver.close();
    }
}
