package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.cube.AggregateStore;
import com.sessionanalyzer.analytics.cube.CubeTopology;
import com.sessionanalyzer.analytics.cube.LedgerStore;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.cube.PartCounts;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The session topology under test, and the tables a reader of its topics would hold. */
final class SessionTopologyDriver implements AutoCloseable {

    static final Duration EMIT_INTERVAL = Duration.ofMillis(50);

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> records;
    private final TestOutputTopic<byte[], byte[]> cubeEntries;
    private final TestOutputTopic<byte[], byte[]> customerEntries;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final Map<CubeKey, CubeEntry> cube = new HashMap<>();
    private final Map<CustomerKey, CustomerEntry> customers = new HashMap<>();

    SessionTopologyDriver(Path stateDirectory) {
        this(stateDirectory, new SessionCubeDomain());
    }

    SessionTopologyDriver(Path stateDirectory, SessionCubeDomain domain) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "session-analytics");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(
                new CubeTopology<>(domain, SessionTopology.TOPICS, EMIT_INTERVAL, Traces.NONE).build(),
                settings,
                Instant.EPOCH);
        records = driver.createInputTopic(SessionTopics.RECORDS, new ByteArraySerializer(), new ByteArraySerializer());
        cubeEntries = output(SessionTopics.CUBE);
        customerEntries = output(SessionTopics.CUSTOMERS);
        deadLetters = output(SessionTopics.DEAD_LETTERS);
    }

    void put(SessionRecord... sessions) {
        for (SessionRecord session : sessions) {
            records.pipeInput(
                    session.key().encode(),
                    SessionRecordCodec.encode(session),
                    session.createdAt().toEpochMilli());
        }
    }

    void delete(SessionRecordKey key) {
        put(key.encode(), null);
    }

    void put(byte[] key, byte @Nullable [] value) {
        records.pipeInput(new TestRecord<>(key, value));
    }

    /** Lets the shards emit, and returns the keys of what they emitted to the cube, progress last. */
    List<CubeKey> emit() {
        driver.advanceWallClockTime(EMIT_INTERVAL);
        List<CubeKey> emitted = new ArrayList<>();
        for (TestRecord<byte[], byte[]> entry : cubeEntries.readRecordsToList()) {
            CubeKey key = CubeKey.decode(entry.key());
            emitted.add(key);
            if (entry.value() == null) {
                cube.remove(key);
            } else {
                cube.put(key, CubeEntry.decode(entry.value()));
            }
        }
        for (TestRecord<byte[], byte[]> entry : customerEntries.readRecordsToList()) {
            CustomerKey key = CustomerKey.decode(entry.key());
            if (entry.value() == null) {
                customers.remove(key);
            } else {
                customers.put(key, CustomerEntry.decode(entry.value()));
            }
        }
        return emitted;
    }

    Map<CubeKey, CubeEntry> cube() {
        Map<CubeKey, CubeEntry> counts = new HashMap<>(cube);
        counts.keySet().removeIf(key -> key instanceof CubeKey.Progress || isFate(key));
        return counts;
    }

    /** What the shards say has happened, as in {@code recorded form 3}. */
    List<String> fates() {
        return cube.entrySet().stream()
                .filter(entry -> isFate(entry.getKey()))
                .map(entry -> fate((CubeKey.Tally) entry.getKey(), (CubeEntry.Tally) entry.getValue()))
                .sorted()
                .toList();
    }

    private static boolean isFate(CubeKey key) {
        return key instanceof CubeKey.Tally tally && SessionCube.FATES.contains(tally.name());
    }

    private static String fate(CubeKey.Tally key, CubeEntry.Tally entry) {
        return key.name() + " " + key.value() + " " + entry.count();
    }

    /** The customers with their routes, also those whose routes are entries of their own. */
    Map<CustomerKey, CustomerEntry> customers() {
        Map<CustomerKey, CustomerEntry> entries = new HashMap<>();
        customers.forEach((key, entry) -> {
            if (entry instanceof CustomerEntry.Activity activity && activity.routes() == null) {
                entries.put(key, activity.with(routes((CustomerKey.Customer) key)));
            } else if (entry instanceof CustomerEntry.Activity) {
                entries.put(key, entry);
            }
        });
        return entries;
    }

    /** The routes that are entries of their own. */
    List<CustomerKey.Route> routesApart() {
        return customers.keySet().stream()
                .filter(CustomerKey.Route.class::isInstance)
                .map(CustomerKey.Route.class::cast)
                .toList();
    }

    private PartCounts routes(CustomerKey.Customer customer) {
        PartCounts routes = new PartCounts(3);
        customers.forEach((key, entry) -> {
            if (key instanceof CustomerKey.Route route
                    && route.organization().equals(customer.organization())
                    && route.key().equals(customer.key())) {
                routes.add(
                        List.of(route.region(), route.source(), route.destination()),
                        ((CustomerEntry.Visits) entry).records(),
                        PartCounts.ValueListener.NONE);
            }
        });
        return routes;
    }

    CubeEntry.@Nullable Progress cubeProgress() {
        return (CubeEntry.Progress) cube.get(new CubeKey.Progress(0));
    }

    CustomerEntry.@Nullable Progress customerProgress() {
        return (CustomerEntry.Progress) customers.get(new CustomerKey.Progress(0));
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** Keys of what is stored. */
    List<Bytes> keys(String name) {
        List<Bytes> keys = new ArrayList<>();
        StateStore store = driver.getStateStore(name);
        if (store instanceof LedgerStore ledger) {
            ledger.startingWith(new byte[0], (key, value) -> keys.add(Bytes.wrap(key)));
        } else {
            ((AggregateStore) store).startingWith(new byte[0], (key, value) -> keys.add(key));
        }
        return keys;
    }

    @Override
    public void close() {
        driver.close();
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
