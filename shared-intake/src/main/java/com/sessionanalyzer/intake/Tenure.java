package com.sessionanalyzer.intake;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time in which this process writes under the name of its instance: until a process that began later writes under the
 * same name. Each total says which process wrote it.
 */
final class Tenure {

    private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);
    private static final String HEADER = "process";

    private final String instance;
    private final String process;
    private volatile boolean over;

    /**
     * A tenure that begins.
     *
     * @param process sorts behind those of all processes before it
     */
    Tenure(String instance, UUID process) {
        this.instance = instance;
        this.process = process.toString();
    }

    /** Writes on the message that it is this process's. */
    ProducerRecord<byte[], byte[]> signed(ProducerRecord<byte[], byte[]> message) {
        message.headers().add(HEADER, process.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    /** The process that wrote a message with these headers; null when it does not say so. */
    static @Nullable String signature(Headers headers) {
        Header signature = headers.lastHeader(HEADER);
        return signature == null ? null : new String(signature.value(), StandardCharsets.UTF_8);
    }

    /** Learns who wrote last under this name. */
    void learn(@Nullable String last) {
        if (last != null && last.compareTo(process) > 0 && !over) {
            over = true;
            LOG.atError().addKeyValue("instance", instance).log(refusal());
        }
    }

    boolean isOver() {
        return over;
    }

    /** Why nothing is written any more; empty while it is. */
    String refusal() {
        return over
                ? "Another process that was started later writes as csa.intake.instance=" + instance
                        + ", so this one writes nothing any more; stop it, or start it with a name of its own"
                : "";
    }
}
