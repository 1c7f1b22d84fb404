package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Everything on a small disk that somebody else fills; needs root, who may mount one, and {@code -Dfaults.disk=true}. */
@EnabledIfSystemProperty(named = "faults.disk", matches = "true")
class FullDiskIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LEFT = 200L << 20;
    private static final String RECORD = "{\"session_data\": \"Customer: disk.example\\nRegion: EU\\nSessions: 1\\n"
            + "Source: MySQL\\nDestination: BQ\"}";

    @TempDir
    Path directory;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=1g", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void takesNothingWhileTheDiskIsNearlyFullAndGoesOnWithTheSpace() throws Exception {
        int port = RunningCsa.freePort();
        RunningCsa csa = RunningCsa.run(
                directory,
                "start",
                "--port",
                Integer.toString(port),
                "--data",
                disk.resolve("data").toString());
        try {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(RunningCsa.post(port, RECORD).statusCode())
                                    .isEqualTo(201));

            Path ballast = disk.resolve("ballast");
            fill(ballast);
            HttpResponse<String> refused = RunningCsa.post(port, RECORD);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(RunningCsa.get(port, "/actuator/health")).contains("the disk is nearly full");
            assertThat(RunningCsa.get(port, "/api/insights")).contains("\"total_records\":");

            Files.delete(ballast);
            assertThat(RunningCsa.post(port, RECORD).statusCode()).isEqualTo(201);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(RunningCsa.get(port, "/api/insights")).contains("\"total_records\":2"));
        } finally {
            csa.interrupt();
            csa.waitForEnd();
        }
    }

    private void fill(Path ballast) throws IOException {
        long bytes = Files.getFileStore(disk).getUsableSpace() - LEFT;
        ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
        try (FileChannel file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long written = 0; written < bytes; written += zeros.capacity()) {
                file.write(zeros.clear());
            }
        }
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
    }
}
