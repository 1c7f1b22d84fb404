package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one shard: folds each record's difference to the ledger into the store at once, so that every commit is consistent,
 * and at intervals emits what changed, closed by the shard's progress in both topics.
 */
final class CubeProcessor<R, S> implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(CubeProcessor.class);

    private static final int RECORDS_PER_INTERVAL = 50;
    private static final int MOST_INTERVALS = 40;

    private final CubeDomain<R, S> domain;
    private final CubeNames names;
    private final Duration emitInterval;
    private final CubeFold<R, S> fold;
    private final BatchTrace trace;
    private final AtHand atHand;

    private ProcessorContext<Object, byte[]> context;
    private Ledger<R> ledger;
    private AggregateStore aggregates;
    private ShardState<S> state;
    private int shard;
    private long changedSince;
    private long folded;

    @SuppressWarnings("NullAway.Init")
    CubeProcessor(CubeDomain<R, S> domain, CubeNames names, Duration emitInterval, Traces traces, AtHand atHand) {
        this.atHand = atHand;
        this.domain = domain;
        this.names = names;
        this.emitInterval = emitInterval;
        this.fold = new CubeFold<>(domain);
        this.trace = new BatchTrace(traces, "fold " + domain.name());
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = forwarding(context);
        this.shard = context.taskId().partition();
        LedgerStore ledgerStore = context.getStateStore(names.ledger());
        this.aggregates = context.getStateStore(names.aggregates());
        this.ledger = new Ledger<>(ledgerStore, domain);
        this.changedSince = context.currentSystemTimeMs();
        this.state = ShardState.open(shard, aggregates, domain.subjects(), atHand);
        atHand.opened(context.appConfigs());
        countEarlierPartsAnew();
        aggregates.beforeCommit(() -> {
            ledgerStore.beforeCommit();
            state.save();
        });
        context.schedule(emitInterval, PunctuationType.WALL_CLOCK_TIME, this::emitWhenDue);
    }

    @Override
    public void close() {
        atHand.closed();
    }

    /** Earlier versions counted records where parts are counted now. */
    private void countEarlierPartsAnew() {
        if (state.counters().removeEarlier()) {
            Set<EntryKey> counted = new HashSet<>();
            ledger.forEach(record -> fold.recount(record, counted, state));
        }
    }

    @Override
    public void process(Record<byte[], byte[]> source) {
        aggregates.beforeRecord();
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        if (state.progress().contains(origin.offset())) {
            readAgain(source, origin);
            return;
        }
        if (!state.progress().isBehind()) {
            changedSince = context.currentSystemTimeMs();
        }
        state.progress().fold(origin.offset(), source.timestamp());
        folded++;
        if (source.key() == null) {
            deadLetter(source, origin, new UnreadableEventException("the record has no key"));
            return;
        }
        trace.follow(source.headers());
        byte[] last = ledger.last(source.key());
        if (!Arrays.equals(last, source.value())) {
            ledger.put(source.key(), source.value(), origin.offset());
            R before = ledger.readable(source.key(), last);
            R after = readOrDeadLetter(source, origin);
            if (before != null || after != null) {
                apply(new Change<>(before, after));
            }
        }
    }

    /**
     * What the aggregates contain comes again only when the group lost its offsets. Then the ledger may be gone too, and
     * would make it all look new: it is filled again, and nothing is counted twice.
     */
    private void readAgain(Record<byte[], byte[]> source, RecordMetadata origin) {
        if (origin.offset() == 0) {
            LOG.atWarn()
                    .addKeyValue("topic", origin.topic())
                    .addKeyValue("partition", origin.partition())
                    .addKeyValue("counted", state.progress().folded())
                    .log("reading from the start what was counted already; the group must have lost its offsets");
        }
        if (source.key() != null) {
            ledger.put(source.key(), source.value(), origin.offset());
        }
    }

    private void apply(Change<R> change) {
        byte[] prefix = domain.subjects().recordPrefix(change.newest());
        fold.apply(change, state, () -> ledger.startingWith(prefix));
    }

    private @Nullable R readOrDeadLetter(Record<byte[], byte[]> source, RecordMetadata origin) {
        try {
            return domain.read(source.key(), source.value());
        } catch (UnreadableEventException cause) {
            deadLetter(source, origin, cause);
            return null;
        }
    }

    private void deadLetter(Record<byte[], byte[]> source, RecordMetadata origin, UnreadableEventException cause) {
        LOG.atDebug()
                .addKeyValue("topic", origin.topic())
                .addKeyValue("partition", origin.partition())
                .addKeyValue("offset", origin.offset())
                .log("a record cannot be read and goes to the dead letters");
        context.forward(DeadLetter.of(source, origin, cause), names.deadLetterSink());
    }

    /** Counts from the first change, not from the last emission: a slow commit must not leave time for nothing else. */
    private void emitWhenDue(long now) {
        if (state.progress().isBehind() && now - changedSince >= emitInterval.toMillis() * intervals()) {
            emit();
        }
    }

    /** A shard with much to count waits for more: what changes again meanwhile is emitted once, and commits are fewer. */
    private long intervals() {
        return Math.min(MOST_INTERVALS, 1 + folded / RECORDS_PER_INTERVAL);
    }

    private void emit() {
        folded = 0;
        ShardProgress progress = state.progress();
        state.emit(
                (key, entry) -> forward(key, entry, names.cubeSink()),
                (key, entry) -> forward(key, entry, names.subjectSink()));
        CubeKey.Progress key = new CubeKey.Progress(shard);
        CubeEntry.Progress entry = new CubeEntry.Progress(progress.folded(), progress.asOf());
        Headers headers = trace.emit();
        forward(key.encode(), entry.encode(), headers, names.cubeSink());
        forward(
                domain.subjects().progressKey(shard),
                domain.subjects().progress(progress.folded(), progress.asOf()),
                headers,
                names.subjectSink());
        context.commit();
    }

    private void forward(byte[] key, byte @Nullable [] entry, String sink) {
        forward(key, entry, new RecordHeaders(), sink);
    }

    private void forward(byte[] key, byte @Nullable [] entry, Headers headers, String sink) {
        context.forward(
                new Record<>(
                        ShardKey.of(shard, key), entry, state.progress().asOf().toEpochMilli(), headers),
                sink);
    }

    /** A read-only store's processor is declared to forward nothing, yet may: it does not matter to Kafka Streams. */
    @SuppressWarnings("unchecked")
    private static ProcessorContext<Object, byte[]> forwarding(ProcessorContext<?, ?> context) {
        return (ProcessorContext<Object, byte[]>) context;
    }
}
