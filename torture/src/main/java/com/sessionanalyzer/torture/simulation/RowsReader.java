package com.sessionanalyzer.torture.simulation;

import com.sessionanalyzer.query.projection.SimulatedTable;
import com.sessionanalyzer.query.projection.SimulatedTable.Trouble;
import com.sessionanalyzer.query.projection.SimulatedTable.Weakness;
import com.sessionanalyzer.query.session.SimulatedRows;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

/** The real projection's reader with a database that breaks off, and partitions that come and go. */
final class RowsReader {

    private final SourceLog source;
    private final Random random;
    private final Consumer<String> finding;
    private final SimulatedTable table;
    private final List<TopicPartition> partitions;
    private boolean calm;

    RowsReader(SourceLog source, Random random, Weakness weakness, Consumer<String> finding) {
        this.source = source;
        this.random = random;
        this.finding = finding;
        this.table = SimulatedRows.table(this::trouble, weakness);
        this.partitions = IntStream.range(0, source.partitions())
                .mapToObj(partition -> new TopicPartition(SessionTopics.RECORDS, partition))
                .toList();
    }

    /** From now on nothing disturbs it. */
    void calm() {
        calm = true;
    }

    boolean hasReadAll() {
        return table.offsets().equals(ends());
    }

    /** One life of its process; whenever it looks whether it is still wanted, something else happens. */
    void live(BooleanSupplier wanted) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        partitions.forEach(partition -> beginnings.put(partition, 0L));
        consumer.updateBeginningOffsets(beginnings);
        Delivery delivery = new Delivery(consumer, wanted);
        table.read(consumer, delivery::isWanted);
        consumer.close();
    }

    /** Another instance has a partition for a moment and goes on with it, if its database does not break off, too. */
    void overtake() {
        int partition = random.nextInt(source.partitions());
        int from = table.offsets().getOrDefault(partition, 0L).intValue();
        int to = from + random.nextInt(source.end(partition) - from + 1);
        try {
            table.writeAsAnother(partition, source.between(partition, from, to), to);
        } catch (SQLException brokeOff) {
            return;
        }
    }

    /** When all is read, there is a row for each record and no other, and it is the newest version. */
    void compareEnd() {
        Map<String, String> expected = new HashMap<>();
        source.live(source.end())
                .forEach(record -> expected.put(
                        record.id().toString(),
                        record.revision() + " " + record.sessions() + " "
                                + record.customer().key()));
        Map<String, String> found = table.columns("id", List.of("revision", "sessions", "customer_key"));
        if (!found.equals(expected)) {
            finding.accept("the rows are " + found + ", the log says " + expected);
        }
    }

    private Trouble trouble() {
        int dice = calm ? 99 : random.nextInt(100);
        return dice < 4 ? Trouble.BEFORE_COMMIT : dice < 8 ? Trouble.AFTER_COMMIT : Trouble.NONE;
    }

    private Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new HashMap<>();
        partitions.forEach(partition -> ends.put(partition.partition(), (long) source.end(partition.partition())));
        return ends;
    }

    /** What the consumer gets, and when its life ends. */
    private final class Delivery {

        private final MockConsumer<byte[], byte[]> consumer;
        private final BooleanSupplier wanted;
        private boolean joined;

        private Delivery(MockConsumer<byte[], byte[]> consumer, BooleanSupplier wanted) {
            this.consumer = consumer;
            this.wanted = wanted;
        }

        private boolean isWanted() {
            if (!joined) {
                joined = true;
                updateEnds();
                return true;
            }
            if (consumer.assignment().isEmpty()) {
                consumer.rebalance(partitions);
            }
            boolean goesOn = wanted.getAsBoolean();
            updateEnds();
            deliver();
            return goesOn && (calm || random.nextInt(25) > 0);
        }

        private void updateEnds() {
            Map<TopicPartition, Long> ends = new HashMap<>();
            partitions.forEach(partition -> ends.put(partition, (long) source.end(partition.partition())));
            consumer.updateEndOffsets(ends);
        }

        private void deliver() {
            if (!calm && random.nextInt(20) == 0) {
                consumer.rebalance(List.of());
            } else {
                partitions.stream()
                        .filter(partition -> !consumer.paused().contains(partition))
                        .forEach(this::deliver);
            }
        }

        private void deliver(TopicPartition partition) {
            int from = (int) consumer.position(partition);
            int most = source.end(partition.partition()) - from;
            int to = from + (calm ? most : random.nextInt(most + 1));
            source.between(partition.partition(), from, to).forEach(consumer::addRecord);
        }
    }
}
