package com.sessionanalyzer.intake;

import org.apache.kafka.clients.producer.ProducerRecord;

/** One record of a batch, ready to be committed. */
public record Entry(Fate fate, ProducerRecord<byte[], byte[]> message) {}
