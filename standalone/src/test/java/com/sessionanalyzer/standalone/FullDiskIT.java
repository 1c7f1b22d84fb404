package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.testing.SmallDisk;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Everything on a small disk that somebody else fills; needs root, who may mount one, and {@code -Dfaults.disk=true}. */
@EnabledIfSystemProperty(named = "faults.disk", matches = "true")
class FullDiskIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MEGABYTES = 1_024;
    private static final long LEFT = 200L << 20;
    private static final String RECORD = "{\"session_data\": \"Customer: disk.example\\nRegion: EU\\nSessions: 1\\n"
            + "Source: MySQL\\nDestination: BQ\"}";

    @TempDir
    Path directory;

    private Path data;
    private SmallDisk disk;

    @BeforeEach
    void mount() throws Exception {
        Path place = Files.createDirectory(directory.resolve("disk"));
        data = place.resolve("data");
        disk = SmallDisk.mount(place, MEGABYTES);
    }

    @AfterEach
    void unmount() throws Exception {
        disk.close();
    }

    @Test
    void takesNothingWhileTheDiskIsNearlyFullAndGoesOnWithTheSpace() throws Exception {
        int port = RunningCsa.freePort();
        RunningCsa csa =
                RunningCsa.run(directory, "start", "--port", Integer.toString(port), "--data", data.toString());
        try {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(RunningCsa.post(port, RECORD).statusCode())
                                    .isEqualTo(201));

            disk.fill(LEFT);
            HttpResponse<String> refused = RunningCsa.post(port, RECORD);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(RunningCsa.get(port, "/actuator/health")).contains("the disk is nearly full");
            assertThat(RunningCsa.get(port, "/api/insights")).contains("\"total_records\":");

            disk.empty();
            assertThat(RunningCsa.post(port, RECORD).statusCode()).isEqualTo(201);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(RunningCsa.get(port, "/api/insights")).contains("\"total_records\":2"));
        } finally {
            csa.interrupt();
            csa.waitForEnd();
        }
    }
}
