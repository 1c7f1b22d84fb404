package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.kafka.KafkaContact;
import com.sessionanalyzer.query.kafka.Rest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a cube from its file and from what its topics have beyond it to their end now, publishes it, and keeps it current.
 * Started anew it loads into a fresh state, while the cube goes on answering from the old one.
 */
public final class CubeReading<P> implements ConsumerLoop.Reading {

    private static final Logger log = LoggerFactory.getLogger(CubeReading.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final List<ShardTopic<P>> topics;
    private final SourceTopic<P> source;
    private final Supplier<P> emptyPart;
    private final LiveCube<P> cube;
    private final CubeWatch watch;
    private final KafkaContact contact;
    private final @Nullable CubeFile<P> file;

    /**
     * A reader that has not begun.
     *
     * @param topics  what tells the numbers
     * @param source  what they count
     * @param watch   hears what is applied
     * @param contact hears whether Kafka answers
     * @param file    keeps the state; null when each start reads all
     */
    public CubeReading(
            List<ShardTopic<P>> topics,
            SourceTopic<P> source,
            Supplier<P> emptyPart,
            LiveCube<P> cube,
            CubeWatch watch,
            KafkaContact contact,
            @Nullable CubeFile<P> file) {
        this.topics = List.copyOf(topics);
        this.source = source;
        this.emptyPart = emptyPart;
        this.cube = cube;
        this.watch = watch;
        this.contact = contact;
        this.file = file;
    }

    @Override
    public void read(Consumer<byte[], byte[]> consumer, BooleanSupplier wanted) {
        Entries<P> entries = new Entries<>(
                consumer, contact.listen(consumer), new ShardEntries<>(topics), new SourceFeed<>(source, consumer));
        Loaded<P> loaded = load(entries, wanted);
        if (!wanted.getAsBoolean()) {
            return;
        }
        CubeState<P> state = loaded.state;
        cube.publish(state);
        log.atInfo()
                .addKeyValue("position", state.position())
                .addKeyValue("changes", loaded.changes)
                .log("loaded the cube");
        if (file != null) {
            file.loaded(state, loaded.changes);
        }
        try {
            follow(entries, state, wanted);
        } catch (WakeupException stopping) {
            end(state);
            throw stopping;
        }
        end(state);
    }

    private void follow(Entries<P> entries, CubeState<P> state, BooleanSupplier wanted) {
        while (wanted.getAsBoolean()) {
            List<Batch<P>> batches = entries.feed.join(entries.poll());
            if (!batches.isEmpty()) {
                watch.applied(batches, () -> cube.apply(batches));
            }
            if (file != null) {
                file.changed(state, changes(batches));
            }
        }
    }

    private void end(CubeState<P> state) {
        if (file != null) {
            file.ending(state);
        }
    }

    /** Nobody sees it yet, so that numbers and records need not come together, only both in the end. */
    private Loaded<P> load(Entries<P> entries, BooleanSupplier wanted) {
        Consumer<byte[], byte[]> consumer = entries.consumer;
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        CubeState<P> state = kept(consumer, partitions);
        state.places(source.name()).forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long changes = 0;
        while (wanted.getAsBoolean() && !(hasReached(consumer, ends) && entries.feed.hasCaughtUp(state, ends))) {
            List<Batch<P>> batches = entries.poll();
            batches.forEach(state::apply);
            changes += changes(batches) + entries.feed.catchUp(state);
        }
        return new Loaded<>(state, changes);
    }

    private CubeState<P> kept(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        return Optional.ofNullable(file)
                .flatMap(keeping -> keeping.read(consumer, partitions, source.name()))
                .orElseGet(() -> new CubeState<>(emptyPart));
    }

    private static <P> long changes(List<Batch<P>> batches) {
        return batches.stream().mapToLong(batch -> batch.changes().size()).sum();
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return Stream.concat(topics.stream().map(ShardTopic::name), Stream.of(source.name()))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private boolean hasReached(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .filter(end -> !end.getKey().topic().equals(source.name()))
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** A state, and how many changes it took from the topics. */
    private record Loaded<P>(CubeState<P> state, long changes) {}

    /** One consumer, and what its records make. */
    private static final class Entries<P> {

        private final Consumer<byte[], byte[]> consumer;
        private final KafkaContact.Listening listening;
        private final ShardEntries<P> shards;
        private final SourceFeed<P> feed;
        private int found;

        private Entries(
                Consumer<byte[], byte[]> consumer,
                KafkaContact.Listening listening,
                ShardEntries<P> shards,
                SourceFeed<P> feed) {
            this.consumer = consumer;
            this.listening = listening;
            this.shards = shards;
            this.feed = feed;
        }

        private List<Batch<P>> poll() {
            Rest.after(found);
            feed.pauseAndResume();
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            found = polled.count();
            List<Batch<P>> batches = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> entry : polled) {
                if (feed.isOf(entry)) {
                    feed.add(entry);
                } else {
                    batches.addAll(shards.add(entry));
                }
            }
            listening.look();
            return batches;
        }
    }
}
