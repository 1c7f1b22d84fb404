package com.sessionanalyzer.schema.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/** An admin client whose calls, and so its close too, take no longer than they may. */
public final class BoundedAdmin implements AutoCloseable {

    private final Admin admin;
    private final Duration timeout;

    public BoundedAdmin(Map<String, Object> settings, Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        Map<String, Object> bounded = new HashMap<>(settings);
        bounded.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        bounded.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        this.admin = Admin.create(bounded);
        this.timeout = timeout;
    }

    /** Where calls are made. */
    public Admin calls() {
        return admin;
    }

    /**
     * What a call answered.
     *
     * @throws ExecutionException    when Kafka answered with an error
     * @throws IllegalStateException when it did not answer in time
     */
    public <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TimeoutException) {
                throw new IllegalStateException("Kafka did not answer within " + timeout, failed);
            }
            throw failed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka", interrupted);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
