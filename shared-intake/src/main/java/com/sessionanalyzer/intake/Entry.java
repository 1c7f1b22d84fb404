package com.sessionanalyzer.intake;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One record of a post, ready to be published.
 *
 * @param channel the door it came through, for the counters
 */
public record Entry(Fate fate, String channel, ProducerRecord<byte[], byte[]> message) {}
