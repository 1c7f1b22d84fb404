package com.sessionanalyzer.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A table that what a topic says is appended to, in its order. */
public interface LogTable {

    String topic();

    /** Appends what comes next, within the transaction that moves the offsets. */
    void append(Connection connection, Iterable<ConsumerRecord<byte[], byte[]>> records) throws SQLException;
}
