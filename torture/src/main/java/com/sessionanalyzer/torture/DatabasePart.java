package com.sessionanalyzer.torture;

import com.sessionanalyzer.embedded.EmbeddedDatabase;
import com.sessionanalyzer.embedded.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL, which is a process of its own; its main one is killed. */
final class DatabasePart implements Part {

    private final Path directory;
    private final int port = LoopbackPort.claim(0, "the database");
    private volatile @Nullable EmbeddedDatabase database;

    DatabasePart(Path directory) {
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-of-database"));
    }

    EmbeddedDatabase database() {
        EmbeddedDatabase started = database;
        if (started == null) {
            throw new IllegalStateException("the database was not started");
        }
        return started;
    }

    @Override
    public Victim victim() {
        return Victim.DATABASE;
    }

    @Override
    public void start() {
        database = EmbeddedDatabase.start(directory, port);
    }

    @Override
    public void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    @Override
    public boolean isAlive() {
        return process().isPresent();
    }

    @Override
    public boolean isServing() {
        EmbeddedDatabase started = database();
        try (Connection connection =
                DriverManager.getConnection(started.jdbcUrl(), started.username(), started.password())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public String output() {
        try {
            return Files.readString(directory.resolve("postgres.log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        EmbeddedDatabase.stopOrphan(directory);
    }

    private Optional<ProcessHandle> process() {
        try {
            Path pid = directory.resolve("data").resolve("postmaster.pid");
            return Files.exists(pid)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
