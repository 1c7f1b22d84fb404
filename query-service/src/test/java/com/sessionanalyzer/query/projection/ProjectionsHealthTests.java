package com.sessionanalyzer.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ProjectionsHealthTests {

    private final ProjectionStatus records = new ProjectionStatus();
    private final ProjectionStatus rejections = new ProjectionStatus();
    private final ProjectionsHealth health =
            new ProjectionsHealth(() -> Map.of("records", records, "rejections", rejections));

    @Test
    void isOutOfServiceUntilEveryReaderHasFoundItsPlace() {
        records.working();

        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails())
                .containsEntry("records", Map.of("state", "working"))
                .containsEntry("rejections", Map.of("state", "not begun yet"));
    }

    @Test
    void isOutOfServiceWhenTheDatabaseWasAwayFromTheStart() {
        records.working();
        rejections.failing(new SQLException("away"));

        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void isUpWhenEveryReaderWorks() {
        records.working();
        rejections.working();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDegradedAsLongAsAReaderFails() {
        records.working();
        rejections.working();

        records.failing(new SQLException("away"));

        assertThat(health.health().getStatus()).isEqualTo(ProjectionsHealth.DEGRADED);
        assertThat(health.health().getDetails())
                .containsEntry("records", Map.of("state", "java.sql.SQLException: away"));
        records.working();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
