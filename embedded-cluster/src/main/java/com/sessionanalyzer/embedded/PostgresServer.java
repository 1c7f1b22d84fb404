package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The PostgreSQL process of one data directory. It runs in a session of its own, so Ctrl-C does not reach it before us. */
final class PostgresServer {

    private static final int START_SECONDS = 30;
    private static final long PAUSE_MILLIS = 100;
    private static final String IN_USE = "shared memory block";

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    PostgresServer(PostgresBinaries binaries, Path data, Path log) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    boolean isNew() {
        return !Files.exists(data.resolve("PG_VERSION"));
    }

    /** Makes an empty cluster that asks for the password from the first moment on; a broken attempt leaves nothing. */
    void initialize(String superuser, Path passwordFile) throws IOException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        Directories.delete(unfinished);
        run(
                "initdb",
                List.of(
                        "--pgdata=" + unfinished,
                        "--username=" + superuser,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        Files.move(unfinished, data);
    }

    /** Starts and waits until it is ready. */
    void start(int port) throws IOException {
        String options = String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=" + LoopbackPort.ADDRESS,
                "-c unix_socket_directories=''",
                "-c fsync=on -c synchronous_commit=on -c full_page_writes=on",
                "-c max_wal_size=1GB -c max_connections=50 -c shared_buffers=256MB -c wal_buffers=32MB");
        List<String> start =
                List.of("--log=" + log, "--wait", "--timeout=" + START_SECONDS, "--options=" + options, "start");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        for (long logged = logged(); !isStarted(start, logged, deadline); logged = logged()) {
            pause();
        }
    }

    boolean isRunning() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        return Files.exists(pidFile) && running(pidFile).isPresent();
    }

    /**
     * Whether it has started. A killed server's sessions may outlive it by as long as their statement takes, and as long as
     * one of them has the data open, PostgreSQL refuses to start another server on it.
     */
    private boolean isStarted(List<String> start, long logged, long deadline) throws IOException {
        try {
            control(start.toArray(String[]::new));
            return true;
        } catch (IOException refused) {
            if (System.nanoTime() - deadline > 0 || !isStillInUse(logged)) {
                throw refused;
            }
            return false;
        }
    }

    private long logged() throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    private boolean isStillInUse(long logged) throws IOException {
        try (InputStream said = Files.newInputStream(log)) {
            said.skipNBytes(logged);
            return new String(said.readAllBytes(), StandardCharsets.UTF_8).contains(IN_USE);
        }
    }

    private static void pause() throws IOException {
        try {
            new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a killed server's sessions", interrupted);
        }
    }

    /**
     * Stops the server, whoever started it. What a killed one wrote about itself stays, for PostgreSQL finds by it whether
     * sessions of it still run; it goes when its process id has become somebody else's.
     */
    void stop() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            if (running(pidFile).isPresent()) {
                control("--mode=fast", "--wait", "--timeout=" + START_SECONDS, "stop");
            } else if (process(pidFile).isPresent()) {
                Files.deleteIfExists(pidFile);
            }
        }
    }

    private Optional<ProcessHandle> running(Path pidFile) throws IOException {
        return process(pidFile).filter(PostgresServer::isPostgres);
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.toLowerCase(Locale.ROOT).contains("postgres"))
                .isPresent();
    }

    private void control(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--pgdata=" + data));
        all.addAll(List.of(arguments));
        run("pg_ctl", all);
    }

    private void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(Superuser.disguise());
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        new Command(command).run();
    }
}
