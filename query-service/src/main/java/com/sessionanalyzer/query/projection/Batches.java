package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Brings batches of one topic into the database, each in one transaction with the offsets that it leads to. */
interface Batches {

    /** The next offsets of the topic, with these partitions begun if they were not yet. */
    SortedMap<Integer, Long> begin(List<Integer> partitions) throws SQLException;

    /** The next offsets of the topic, of those partitions that have been begun. */
    SortedMap<Integer, Long> stored() throws SQLException;

    void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<Integer, OffsetMove> moves) throws SQLException;
}
