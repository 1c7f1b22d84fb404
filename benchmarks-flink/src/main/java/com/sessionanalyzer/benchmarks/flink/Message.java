package com.sessionanalyzer.benchmarks.flink;

import org.jspecify.annotations.Nullable;

/** A message of a topic, in the shape in which Flink needs no generic serialization. */
public final class Message {

    public byte[] key = {};
    public byte @Nullable [] value;

    public Message() {}

    Message(byte[] key, byte @Nullable [] value) {
        this.key = key;
        this.value = value;
    }
}
