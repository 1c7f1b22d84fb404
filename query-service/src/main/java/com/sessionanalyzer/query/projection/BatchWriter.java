package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes batches of one topic. When the database refuses the data of a batch, the rows are tried one by one within it, and
 * those refused again are left out, so that one row never stops the others.
 */
final class BatchWriter implements Batches {

    private final RowReader rows;
    private final TableWriter table;
    private final OffsetStore offsets;

    BatchWriter(RowReader rows, TableWriter table, OffsetStore offsets) {
        this.rows = rows;
        this.table = table;
        this.offsets = offsets;
    }

    @Override
    public SortedMap<Integer, Long> begin(List<Integer> partitions) throws SQLException {
        return table.inTransaction(connection -> offsets.begin(connection, partitions));
    }

    @Override
    public SortedMap<Integer, Long> stored() throws SQLException {
        return table.inTransaction(offsets::read);
    }

    @Override
    public void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves)
            throws SQLException {
        List<RowChange> changes = rows.read(records);
        try {
            table.write(changes, moves);
        } catch (SQLException refused) {
            if (!Refusal.of(refused)) {
                throw refused;
            }
            table.writeOneByOne(changes, moves, Refusal::of, rows::refused);
        }
    }
}
