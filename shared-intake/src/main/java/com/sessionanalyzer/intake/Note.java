package com.sessionanalyzer.intake;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Something that is committed with the records of a batch and may say where they stand, such as a delivery. */
@FunctionalInterface
public interface Note {

    /**
     * The note's message.
     *
     * @param written places of the batch's entries, which hold when this note does
     */
    ProducerRecord<byte[], byte[]> message(Committed written);

    /** A note that is known beforehand. */
    static Note of(ProducerRecord<byte[], byte[]> message) {
        return written -> message;
    }
}
