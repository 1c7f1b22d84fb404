package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.kafka.KafkaContact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a cube from the beginning of its topics to what is their end now, publishes it, and keeps it current. Started
 * anew it loads into a fresh state, while the cube goes on answering from the old one.
 */
public final class CubeReading<P> implements ConsumerLoop.Reading {

    private static final Logger log = LoggerFactory.getLogger(CubeReading.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final List<ShardTopic<P>> topics;
    private final Supplier<P> emptyPart;
    private final LiveCube<P> cube;
    private final CubeWatch watch;
    private final KafkaContact contact;

    /**
     * A reader that has not begun.
     *
     * @param watch   hears what is applied
     * @param contact hears whether Kafka answers
     */
    public CubeReading(
            List<ShardTopic<P>> topics,
            Supplier<P> emptyPart,
            LiveCube<P> cube,
            CubeWatch watch,
            KafkaContact contact) {
        this.topics = List.copyOf(topics);
        this.emptyPart = emptyPart;
        this.cube = cube;
        this.watch = watch;
        this.contact = contact;
    }

    @Override
    public void read(Consumer<byte[], byte[]> consumer, BooleanSupplier wanted) {
        Source<P> source = new Source<>(consumer, contact.listen(consumer), new ShardEntries<>(topics));
        CubeState<P> loaded = load(source, wanted);
        if (!wanted.getAsBoolean()) {
            return;
        }
        cube.publish(loaded);
        log.atInfo().addKeyValue("position", loaded.position()).log("loaded the cube");
        while (wanted.getAsBoolean()) {
            List<Batch<P>> batches = source.poll();
            if (!batches.isEmpty()) {
                watch.applied(batches, () -> cube.apply(batches));
            }
        }
    }

    private CubeState<P> load(Source<P> source, BooleanSupplier wanted) {
        Consumer<byte[], byte[]> consumer = source.consumer();
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        CubeState<P> state = new CubeState<>(emptyPart);
        while (wanted.getAsBoolean() && !hasReached(consumer, ends)) {
            source.poll().forEach(state::apply);
        }
        return state;
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static boolean hasReached(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** One consumer, and what its records make. */
    private record Source<P>(
            Consumer<byte[], byte[]> consumer, KafkaContact.Listening listening, ShardEntries<P> entries) {

        private List<Batch<P>> poll() {
            List<Batch<P>> batches = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                batches.addAll(entries.add(entry));
            }
            listening.look();
            return batches;
        }
    }
}
