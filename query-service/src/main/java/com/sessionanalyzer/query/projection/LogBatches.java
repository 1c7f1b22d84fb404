package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Batches of a log. The offsets move first: that makes writers of the same partition take turns, and stops a zombie. */
record LogBatches(LogTable log, Transactions transactions, OffsetStore offsets) implements Batches {

    @Override
    public SortedMap<Integer, Long> begin(List<Integer> partitions) throws SQLException {
        return transactions.run(connection -> offsets.begin(connection, partitions));
    }

    @Override
    public void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves)
            throws SQLException {
        transactions.run(connection -> {
            offsets.move(connection, moves);
            log.append(connection, records);
            return moves;
        });
    }
}
