package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL process of one data directory. It runs in a session of its own, so Ctrl-C does not reach it before us. */
final class PostgresServer {

    private static final int START_SECONDS = 30;

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
                "-c max_wal_size=1GB -c max_connections=50");
        control("--log=" + log, "--wait", "--timeout=" + START_SECONDS, "--options=" + options, "start");
    }

    boolean isRunning() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        return Files.exists(pidFile) && running(pidFile).isPresent();
    }

    /** Stops the server, whoever started it; forgets it when its process is gone. */
    void stop() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            if (running(pidFile).isPresent()) {
                control("--mode=fast", "--wait", "--timeout=" + START_SECONDS, "stop");
            } else {
                Files.deleteIfExists(pidFile);
            }
        }
    }

    private Optional<ProcessHandle> running(Path pidFile) throws IOException {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(PostgresServer::isPostgres);
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
