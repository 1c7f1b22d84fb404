package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.query.kafka.KafkaContact;
import com.sessionanalyzer.query.kafka.Rest;
import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import com.sessionanalyzer.schema.Position;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a table equal to a topic. The offsets are in the database: whoever gets a partition goes on from there, and who
 * lost one cannot write any more. While the database is away the reader stays in its group and tries again, more slowly
 * each time. It looks at the offsets also when nothing comes: who deletes them has the table filled again.
 */
public final class Projection implements ConsumerLoop.Reading {

    private static final Logger log = LoggerFactory.getLogger(Projection.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    /** So many records at once tell that there are more, which are worth more than one connection. */
    private static final int MUCH = 2_000;

    private static final int MOST_LANES = 4;

    private final String topic;
    private final Batches batches;
    private final ProjectionStatus status;
    private final Consumer<Position> reached;
    private final LongSupplier nanos;

    /**
     * @param reached hears what this reader has written, after it is committed
     */
    public Projection(TableMapping mapping, ProjectionTable table, Consumer<Position> reached) {
        this(mapping.topic(), table.writer(mapping), table.status(mapping.topic()), reached);
    }

    /**
     * Of a log whose records are appended.
     *
     * @param reached hears what this reader has written, after it is committed
     */
    public Projection(LogTable log, ProjectionTable table, Consumer<Position> reached) {
        this(log.topic(), table.writer(log), table.status(log.topic()), reached);
    }

    Projection(String topic, Batches batches, ProjectionStatus status, Consumer<Position> reached) {
        this(topic, batches, status, reached, System::nanoTime);
    }

    Projection(String topic, Batches batches, ProjectionStatus status, Consumer<Position> reached, LongSupplier nanos) {
        this.nanos = nanos;
        this.topic = topic;
        this.batches = batches;
        this.status = status;
        this.reached = reached;
    }

    @Override
    public void read(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, BooleanSupplier wanted) {
        try (Lanes lanes = new Lanes(topic, batches, reached, lanes())) {
            new Reader(consumer, lanes).read(wanted);
        } catch (WakeupException stopping) {
            throw stopping;
        } catch (RuntimeException failed) {
            status.failing(failed);
            throw failed;
        }
    }

    /** How many partitions are written at the same time, at most. */
    static int lanes() {
        return Math.min(Runtime.getRuntime().availableProcessors(), MOST_LANES);
    }

    /** One consumer's part of the topic. */
    private final class Reader implements ConsumerRebalanceListener {

        private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
        private final Lanes lanes;
        private final Map<Integer, Long> next = new HashMap<>();
        private final KafkaContact.Listening listening;
        private boolean placed;
        private long looked;
        private Duration pause = FIRST_PAUSE;

        private Reader(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, Lanes lanes) {
            this.consumer = consumer;
            this.lanes = lanes;
            this.listening = status.contact().listen(consumer);
        }

        private void read(BooleanSupplier wanted) {
            consumer.subscribe(List.of(topic), this);
            while (wanted.getAsBoolean()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(placed ? POLL : pause);
                listening.look();
                try {
                    if (placed) {
                        write(records);
                        lookAgain();
                        Rest.after(records.count());
                    } else {
                        place();
                    }
                } catch (FencedException lost) {
                    log.atInfo().addKeyValue("topic", topic).log("another reader went on, looking again");
                    halt();
                } catch (SQLException away) {
                    status.failing(away);
                    log.atWarn()
                            .addKeyValue("topic", topic)
                            .addKeyValue("cause", away.toString())
                            .log("cannot write");
                    halt();
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                }
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            assigned.forEach(partition -> consumer.seek(partition, 0));
            halt();
            if (assigned.isEmpty() && consumer.assignment().isEmpty()) {
                status.working();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            halt();
        }

        private void halt() {
            lanes.settle();
            placed = false;
            next.clear();
            consumer.pause(consumer.assignment());
        }

        private void place() throws SQLException {
            Collection<TopicPartition> assigned = consumer.assignment();
            if (assigned.isEmpty()) {
                return;
            }
            SortedMap<Integer, Long> stored = batches.begin(
                    assigned.stream().map(TopicPartition::partition).toList());
            TopicBounds bounds = TopicBounds.of(consumer, assigned);
            for (TopicPartition partition : assigned) {
                long from = stored.getOrDefault(partition.partition(), 0L);
                next.put(partition.partition(), from);
                consumer.seek(partition, bounds.startFrom(partition, from));
            }
            consumer.resume(assigned);
            placed = true;
            looked = nanos.getAsLong();
            pause = FIRST_PAUSE;
            status.working();
            reached.accept(Positions.contained(stored));
        }

        private void write(ConsumerRecords<byte[], byte[]> records) throws SQLException {
            lanes.requireWritten();
            Map<Integer, OffsetMove> moves = moves(records);
            if (moves.isEmpty()) {
                return;
            }
            if (records.count() >= MUCH || !lanes.isIdle()) {
                lanes.write(records, moves);
            } else {
                batches.write(records, moves);
                reached.accept(Positions.containedAfter(moves));
            }
            moves.forEach((partition, move) -> next.put(partition, move.to()));
        }

        /** Notices that the database is away, or that its offsets are not those that were written, while nothing comes. */
        private void lookAgain() throws SQLException {
            if (nanos.getAsLong() - looked < LOOK_AGAIN.toNanos() || !lanes.isIdle()) {
                return;
            }
            lanes.requireWritten();
            SortedMap<Integer, Long> stored = batches.stored();
            for (Map.Entry<Integer, Long> expected : next.entrySet()) {
                if (!expected.getValue().equals(stored.get(expected.getKey()))) {
                    throw new FencedException(topic, expected.getKey());
                }
            }
            looked = nanos.getAsLong();
        }

        private Map<Integer, OffsetMove> moves(ConsumerRecords<byte[], byte[]> records) {
            Map<Integer, OffsetMove> moves = new TreeMap<>();
            next.forEach((partition, from) -> {
                TopicPartition read = new TopicPartition(topic, partition);
                long to = consumer.position(read);
                if (to != from) {
                    moves.put(partition, move(from, to, records.records(read)));
                }
            });
            return moves;
        }

        private OffsetMove move(long from, long to, List<ConsumerRecord<byte[], byte[]>> step) {
            long last = step.isEmpty() ? -1 : step.get(step.size() - 1).offset();
            long newest =
                    step.stream().mapToLong(ConsumerRecord::timestamp).max().orElse(0);
            return new OffsetMove(from, to, last, Instant.ofEpochMilli(newest));
        }
    }
}
