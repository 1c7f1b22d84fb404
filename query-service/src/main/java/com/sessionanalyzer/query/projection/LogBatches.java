package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches of a log. The offsets move first: that makes writers of the same partition take turns, and stops a zombie. What
 * the database refuses is left out, so that one entry never stops the others.
 */
record LogBatches(LogTable log, Transactions transactions, OffsetStore offsets) implements Batches {

    private static final Logger LOG = LoggerFactory.getLogger(LogBatches.class);

    @Override
    public SortedMap<Integer, Long> begin(List<Integer> partitions) throws SQLException {
        return transactions.run(connection -> offsets.begin(connection, partitions));
    }

    @Override
    public SortedMap<Integer, Long> stored() throws SQLException {
        return transactions.run(offsets::read);
    }

    @Override
    public void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves)
            throws SQLException {
        try {
            transactions.run(connection -> {
                offsets.move(connection, moves);
                log.append(connection, records);
                return moves;
            });
        } catch (SQLException refused) {
            if (!Refusal.of(refused)) {
                throw refused;
            }
            writeOneByOne(records, moves);
        }
    }

    /** Writes the same, but leaves out what the database refuses. */
    private void writeOneByOne(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves)
            throws SQLException {
        transactions.run(connection -> {
            offsets.move(connection, moves);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                Savepoint before = connection.setSavepoint();
                try {
                    log.append(connection, List.of(record));
                } catch (SQLException failed) {
                    if (!Refusal.of(failed)) {
                        throw failed;
                    }
                    connection.rollback(before);
                    leftOut(record, failed);
                }
            }
            return moves;
        });
    }

    private static void leftOut(ConsumerRecord<byte[], byte[]> record, SQLException reason) {
        LOG.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("state", reason.getSQLState())
                .log("the database refused an entry, so it is left out");
    }
}
