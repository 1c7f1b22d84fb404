package com.sessionanalyzer.intake;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The log that everything is published to. */
public interface RecordLog {

    /**
     * Appends all messages or, as readers of committed messages see it, none, and returns when they are safe.
     *
     * @return the place of each message, in their order
     * @throws LogUnavailableException when the log did not confirm in time; nothing may be assumed stored
     */
    List<Place> append(List<ProducerRecord<byte[], byte[]>> messages);
}
