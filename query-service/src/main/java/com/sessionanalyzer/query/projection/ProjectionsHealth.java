package com.sessionanalyzer.query.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Up when every topic's rows are being kept up to date. A reader that fails later is degraded, not down: numbers come from
 * memory, and rows say as of when.
 */
public final class ProjectionsHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final Supplier<Map<String, ProjectionStatus>> topics;

    public ProjectionsHealth(ProjectionTable table) {
        this(table::statuses);
    }

    ProjectionsHealth(Supplier<Map<String, ProjectionStatus>> topics) {
        this.topics = topics;
    }

    @Override
    public Health health() {
        Map<String, ProjectionStatus> statuses = topics.get();
        Health.Builder health = new Health.Builder(overall(statuses.values()));
        statuses.forEach((topic, status) -> health.withDetail(topic, describe(status)));
        return health.build();
    }

    private static Status overall(Collection<ProjectionStatus> statuses) {
        if (!statuses.stream().allMatch(ProjectionStatus::hasBegun)) {
            return Status.OUT_OF_SERVICE;
        }
        return statuses.stream().allMatch(ProjectionsHealth::isKeptUp) ? Status.UP : DEGRADED;
    }

    private static boolean isKeptUp(ProjectionStatus status) {
        return status.trouble() == null && status.contact().silence().isEmpty();
    }

    private static Map<String, Object> describe(ProjectionStatus status) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("state", state(status));
        status.contact().behind().ifPresent(behind -> description.put("recordsBehind", behind));
        status.contact().silence().ifPresent(silence -> description.put("kafkaSilentForSeconds", silence.toSeconds()));
        return description;
    }

    private static String state(ProjectionStatus status) {
        String trouble = status.trouble();
        if (trouble != null) {
            return trouble;
        }
        return status.hasBegun() ? "working" : "not begun yet";
    }
}
