package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.testing.ApiDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsaIT {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private final List<RunningCsa> running = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (RunningCsa csa : running) {
            csa.interrupt();
            csa.waitForEnd();
        }
    }

    @Test
    void keepsEveryAnsweredRecordThroughACrashAndAStop() throws IOException, InterruptedException {
        int port = RunningCsa.freePort();
        RunningCsa crashed = start(port, "--data", "data");
        for (int i = 0; i < 20; i++) {
            assertThat(RunningCsa.post(port, record(i)).statusCode()).isEqualTo(201);
        }
        crashed.kill();

        RunningCsa restarted = start(port, "--data", "data");
        for (int i = 20; i < 30; i++) {
            assertThat(RunningCsa.post(port, record(i)).statusCode()).isEqualTo(201);
        }
        assertThat(verify())
                .contains(
                        "over 30 records",
                        "30 rows with 30 records",
                        "Books: api: 30 recorded − 0 deleted = 30 rows.",
                        "All equal.");

        restarted.interrupt();
        await().atMost(STOP).until(() -> !restarted.isRunning());
        assertThat(directory.resolve("data/instance.json")).doesNotExist();
        assertThat(directory.resolve("data/postgres/data/postmaster.pid")).doesNotExist();

        RunningCsa fresh = start(port, "--data", "data", "--fresh");
        assertThat(verify()).contains("over 0 records", "0 rows with 0 records", "All equal.");
        assertThat(fresh.isRunning()).isTrue();
        sharesItsDataDirectoryWithNobody(port);
        describesEveryServiceInOneDocument(port);
    }

    private void sharesItsDataDirectoryWithNobody(int port) throws IOException, InterruptedException {
        RunningCsa second = RunningCsa.run(directory, "start", "--port", "" + RunningCsa.freePort(), "--data", "data");

        assertThat(second.waitForEnd()).isEqualTo(1);
        assertThat(second.output())
                .isEqualTo("The data directory " + directory.resolve("data")
                        + " is in use by another instance at http://127.0.0.1:" + port + "." + System.lineSeparator());
    }

    private static void describesEveryServiceInOneDocument(int port) throws IOException, InterruptedException {
        ApiDescription description = new ApiDescription(RunningCsa.get(port, "/v3/api-docs"));

        assertThat(description.isComplete().at("/paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/upload",
                        "/upload",
                        "/form-upload",
                        "/api/sessions/bulk",
                        "/api/imports",
                        "/api/imports/{id}",
                        "/api/imports/{id}/cancel",
                        "/api/sessions",
                        "/api/sessions/{id}",
                        "/api/sessions/export",
                        "/api/views",
                        "/api/views/{id}",
                        "/api/insights",
                        "/api/insights/stream",
                        "/api/insights/query",
                        "/api/insights/difference",
                        "/api/customers/{customer}/sessions",
                        "/api/customers/hint",
                        "/api/duplicates/likely",
                        "/api/duplicates/merge",
                        "/api/duplicates/undo",
                        "/api/duplicates/reject",
                        "/api/duplicates/merges",
                        "/api/duplicates/rejected",
                        "/api/rejections",
                        "/api/rejections/groups",
                        "/api/rejections/download",
                        "/api/rejections/{id}",
                        "/api/rejections/{id}/resubmit",
                        "/api/rejections/{id}/dismiss",
                        "/api/rejections/fix",
                        "/api/rejections/dismiss",
                        "/api/receipts/{id}",
                        "/api/pipeline",
                        "/api/audit");
    }

    private RunningCsa start(int port, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("start", "--port", "" + port));
        arguments.addAll(List.of(more));
        RunningCsa csa = RunningCsa.run(directory, arguments.toArray(String[]::new));
        running.add(csa);
        await().atMost(START).until(() -> !csa.isRunning() || csa.output().contains("is ready"));
        assertThat(csa.output()).contains("is ready: http://127.0.0.1:" + port);
        return csa;
    }

    private String verify() throws IOException, InterruptedException {
        RunningCsa verify = RunningCsa.run(directory, "verify", "--data", "data");
        assertThat(verify.waitForEnd()).as(verify.output()).isZero();
        return verify.output();
    }

    private static String record(int number) {
        return """
            {"customer": "customer-%d.example", "region": "EU", "sessions": %d, "source": "MySQL", "destination": "BQ"}
            """.formatted(number % 7, number + 1);
    }
}
