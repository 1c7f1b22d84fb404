package com.sessionanalyzer.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private final Path programs = shared.resolve("programs");

    @Test
    void keepsDataOverARestart() throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(directory, programs, 0)) {
            execute(first, "create table kept (word text)");
            execute(first, "insert into kept values ('still here')");
        }

        try (EmbeddedDatabase second = EmbeddedDatabase.start(directory, programs, 0)) {
            assertThat(ask(second, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void startsAgainByItselfWhenItsProcessWasKilled() throws Exception {
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(directory, programs, 0).keepRunning()) {
            execute(database, "create table kept as select 'still here' as word");

            assertThat(postmaster().destroyForcibly()).isTrue();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(ask(database, "select word from kept")).isEqualTo("still here"));
        }
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid"))
                .get(0)
                .strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    @Test
    void writesDurably() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, programs, 0)) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, programs, 0)) {
            String superuserUrl = database.jdbcUrl().replace("/csa", "/postgres");

            assertRefused(database.jdbcUrl(), database.username(), "");
            assertRefused(database.jdbcUrl(), database.username(), "guess");
            assertRefused(superuserUrl, "postgres", "");
            assertRefused(superuserUrl, "postgres", "guess");
            assertThat(Files.getPosixFilePermissions(directory.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void listensOnLoopbackOnly() throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, programs, 0)) {
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readString(directory.resolve("postgres.log"))).doesNotContain("listening on Unix socket");
        }
    }

    @Test
    void takesOverFromAServerLeftBehind() throws SQLException {
        EmbeddedDatabase leftBehind = EmbeddedDatabase.start(directory, programs, 0);
        execute(leftBehind, "create table kept (word text)");
        int port = Integer.parseInt(leftBehind.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));

        try (EmbeddedDatabase next = EmbeddedDatabase.start(directory, programs, port)) {
            assertThat(ask(next, "select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void forgetsAProcessIdThatIsSomebodyElses() throws IOException, SQLException {
        EmbeddedDatabase.start(directory, programs, 0).close();
        long self = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("data/postmaster.pid"), self + "\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, programs, 0)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void stopsWithoutComplaintWhenItsServerIsGoneAndStartsAgain() throws IOException, SQLException {
        EmbeddedDatabase killed = EmbeddedDatabase.start(directory, programs, 0);
        execute(killed, "create table kept (word text)");
        ProcessHandle server = server();
        server.destroyForcibly();
        server.onExit().join();

        killed.close();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(directory, programs, 0)) {
            assertThat(ask(next, "select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void startsOnlyWhenNoSessionOfAKilledServerHasTheDataOpen() throws Exception {
        EmbeddedDatabase killed = EmbeddedDatabase.start(directory, programs, 0);
        execute(killed, "create table busy (at timestamptz)");
        ExecutorService client = Executors.newSingleThreadExecutor();
        try (Connection connection = connect(killed)) {
            ProcessHandle session = process(connection);
            Future<?> statement = client.submit(() -> runLong(connection));
            await().until(() -> ask(
                            killed,
                            "select count(*) from pg_stat_activity where query like 'do %' and state = 'active'")
                    .equals("1"));
            ProcessHandle server = server();
            server.destroyForcibly();
            server.onExit().join();
            assertThat(session.isAlive()).isTrue();

            try (EmbeddedDatabase next = EmbeddedDatabase.start(directory, programs, 0)) {
                assertThat(statement).succeedsWithin(Duration.ofMillis(500));
                assertThat(ask(next, "select count(*) from busy")).isEqualTo("0");
            }
        } finally {
            client.shutdownNow();
        }
    }

    /** For two seconds without looking whether the server is still there; then it looks, and the session ends. */
    private static void runLong(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("do $$ declare begin_at timestamptz := clock_timestamp(); begin"
                    + " while clock_timestamp() < begin_at + interval '2 seconds' loop end loop; end $$");
            statement.execute("select pg_sleep(60)");
        } catch (SQLException serverGone) {
            assertThat(serverGone.getMessage()).isNotBlank();
        }
    }

    private static ProcessHandle process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_backend_pid()")) {
            answer.next();
            return ProcessHandle.of(answer.getLong(1)).orElseThrow();
        }
    }

    private ProcessHandle server() throws IOException {
        List<String> pidFile = Files.readAllLines(directory.resolve("data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip())).orElseThrow();
    }

    @Test
    void saysThatThePortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(directory, programs, taken.getLocalPort()))
                    .withMessage("Port %d for PostgreSQL is already in use on 127.0.0.1.", taken.getLocalPort());
        }
    }

    private static void assertRefused(String url, String user, String password) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () -> DriverManager.getConnection(url, user, password).close())
                .withMessageContaining("password");
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
