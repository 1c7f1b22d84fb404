package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is derived from the log is emptied, and comes back equal. */
class RebuildIT {

    private static final Duration START = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    private final int port = RunningCsa.freePort();
    private @Nullable RunningCsa csa;

    @AfterEach
    void stop() throws InterruptedException {
        if (csa != null && csa.isRunning()) {
            csa.kill();
        }
    }

    @Test
    void makesTheSameNumbersFromTheLogEvenAfterAKillMidway() throws Exception {
        start();
        for (int i = 0; i < 30; i++) {
            assertThat(RunningCsa.post(port, record(i)).statusCode()).isEqualTo(201);
        }
        assertThat(RunningCsa.post(port, "{\"customer\": \"\"}").statusCode()).isEqualTo(400);
        assertThat(RunningCsa.delete(port, "/api/customers/customer-3.example/sessions")
                        .statusCode())
                .isEqualTo(200);
        assertThat(verify()).contains("All equal.");
        String insights = insights();
        String rows = RunningCsa.get(port, "/api/sessions?page_size=100");
        Commands.Said refused = Commands.say(List.of("rebuild", "--data", data(), "--yes"));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("is in use by another instance");
        spoilARow();
        assertThat(RunningCsa.get(port, "/api/sessions?page_size=100")).isNotEqualTo(rows);
        end();

        RunningCsa killed = rebuild();
        await().atMost(START).until(() -> !killed.isRunning() || killed.output().contains("Emptied"));
        killed.kill();
        RunningCsa rebuilt = rebuild();

        assertThat(rebuilt.waitForEnd()).as(rebuilt.output()).isZero();
        assertThat(rebuilt.output()).contains("25 records counted, 25 rows");
        start();
        assertThat(insights()).isEqualTo(insights);
        assertThat(RunningCsa.get(port, "/api/sessions?page_size=100")).isEqualTo(rows);
        assertThat(verify()).contains("All equal.");
        assertThat(tables())
                .containsExactlyInAnyOrder(
                        "session_record",
                        "session_search_block",
                        "session_search_progress",
                        "session_search_left",
                        "session_version",
                        "session_history",
                        "session_history_reach",
                        "session_erasure",
                        "session_rejection",
                        "audit_entry",
                        "projection_offset",
                        "session_deletion",
                        "rejection_deletion",
                        "saved_view",
                        "flyway_schema_history");
    }

    @Test
    void asksBeforeItEmptiesAnything() throws Exception {
        RunningCsa asked = RunningCsa.run(directory, "rebuild", "--data", "data");

        assertThat(asked.waitForEnd()).isEqualTo(1);
        assertThat(asked.output()).contains("Nothing was done; --yes does it without asking.");
    }

    private RunningCsa rebuild() throws IOException {
        return RunningCsa.run(directory, "rebuild", "--data", "data", "--yes");
    }

    private void start() throws IOException {
        RunningCsa started = RunningCsa.run(directory, "start", "--port", "" + port, "--data", "data");
        csa = started;
        await().atMost(START)
                .until(() -> !started.isRunning() || started.output().contains("is ready"));
        assertThat(started.output()).contains("is ready");
    }

    private void end() throws InterruptedException {
        if (csa != null) {
            csa.interrupt();
            csa.waitForEnd();
        }
    }

    private String verify() {
        return Commands.verify(0, "--data", data());
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private String insights() throws IOException, InterruptedException {
        return RunningCsa.get(port, "/api/insights?limit=0");
    }

    private void spoilARow() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update session_record set sessions = 99 where customer_key = 'customer-1.example'"))
                    .isPositive();
        }
    }

    private Set<String> tables() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = connect();
                ResultSet found = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private Connection connect() throws SQLException {
        Instance instance =
                Instance.find(new DataDirectory(directory.resolve("data"))).orElseThrow();
        return DriverManager.getConnection(instance.jdbcUrl(), instance.jdbcUser(), instance.jdbcPassword());
    }

    private static String record(int number) {
        return """
            {"customer": "customer-%d.example", "region": "EU", "sessions": %d, "source": "MySQL", "destination": "BQ"}
            """.formatted(number % 6, number + 1);
    }
}
