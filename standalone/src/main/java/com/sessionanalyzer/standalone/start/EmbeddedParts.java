package com.sessionanalyzer.standalone.start;

import com.sessionanalyzer.embedded.EmbeddedDatabase;
import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The broker and the database of this process, as far as no others are configured; both start at the same time. */
final class EmbeddedParts implements AutoCloseable {

    private final DataDirectory directory;
    private final @Nullable CompletableFuture<EmbeddedKafka> kafka;
    private final @Nullable CompletableFuture<EmbeddedDatabase> database;

    private EmbeddedParts(
            DataDirectory directory,
            @Nullable CompletableFuture<EmbeddedKafka> kafka,
            @Nullable CompletableFuture<EmbeddedDatabase> database) {
        this.directory = directory;
        this.kafka = kafka;
        this.database = database;
    }

    /** Begins to start what is wanted. */
    static EmbeddedParts start(DataDirectory directory, boolean withKafka, boolean withDatabase) {
        return new EmbeddedParts(
                directory,
                withKafka ? begin("embedded-kafka", () -> EmbeddedKafka.start(directory.kafka(), 0)) : null,
                withDatabase
                        ? begin(
                                "embedded-postgres",
                                () -> EmbeddedDatabase.start(directory.postgres(), 0)
                                        .keepRunning())
                        : null);
    }

    /** Waits until all are ready; answers the settings by which the services find them. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (kafka != null) {
            ClusterGuard.check(directory, ready(kafka).clusterId());
            settings.put("spring.kafka.bootstrap-servers", ready(kafka).bootstrapServers());
        }
        if (database != null) {
            settings.put("spring.datasource.url", ready(database).jdbcUrl());
            settings.put("spring.datasource.username", ready(database).username());
            settings.put("spring.datasource.password", ready(database).password());
        }
        return settings;
    }

    @Override
    public void close() {
        CompletableFuture<Void> databaseStopped = CompletableFuture.runAsync(() -> close(database));
        close(kafka);
        databaseStopped.join();
    }

    private static <T> CompletableFuture<T> begin(String name, Supplier<T> start) {
        CompletableFuture<T> started = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(started, start), name);
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private static <T> void complete(CompletableFuture<T> started, Supplier<T> start) {
        try {
            started.complete(start.get());
        } catch (RuntimeException failed) {
            started.completeExceptionally(failed);
        }
    }

    private static <T> T ready(CompletableFuture<T> started) {
        try {
            return started.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static void close(@Nullable CompletableFuture<? extends AutoCloseable> started) {
        if (started == null) {
            return;
        }
        started.handle((part, failure) -> part).thenAccept(EmbeddedParts::close).join();
    }

    private static void close(@Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception failed) {
            throw new IllegalStateException("an embedded part did not stop", failed);
        }
    }
}
