package com.sessionanalyzer.standalone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DashboardTests {

    private static final Path DIRECTORY = Path.of("..", "deploy", "grafana", "dashboards");

    static List<Path> dashboards() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void asksOnlyForMetricsThatThereAre(Path file) {
        List<String> expressions = expressions(file);

        assertThat(expressions).isNotEmpty().allSatisfy(expression -> {
            assertThat(Expression.complaints(expression)).isEmpty();
            assertThat(MetricsPage.read().names()).containsAll(Expression.metrics(expression));
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void laysItsPanelsOutBesideEachOther(Path file) {
        Set<String> taken = new TreeSet<>();
        for (JsonNode panel : dashboard(file).get("panels")) {
            JsonNode place = panel.get("gridPos");
            for (int x = 0; x < place.get("w").asInt(); x++) {
                for (int y = 0; y < place.get("h").asInt(); y++) {
                    int column = place.get("x").asInt() + x;
                    assertThat(column).isLessThan(24);
                    assertThat(taken.add(column + "/" + (place.get("y").asInt() + y)))
                            .as("place of " + panel.get("title"))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void showEveryMetricOfOurOwn() {
        Set<String> shown = new TreeSet<>();
        dashboards().forEach(file -> expressions(file).forEach(each -> shown.addAll(Expression.metrics(each))));

        assertThat(shown)
                .containsAll(MetricsPage.read().names().stream()
                        .filter(name -> name.startsWith("csa_"))
                        .toList());
    }

    @Test
    void areProvisionedFromWhereTheComposeFilePutsThem() throws IOException {
        Path provisioning = Path.of("..", "deploy", "grafana", "provisioning");
        String compose = Files.readString(Path.of("..", "docker-compose.yml"));

        assertThat(AlertRules.yaml(provisioning.resolve("dashboards/csa.yml")).toString())
                .contains("path=/etc/grafana/dashboards");
        assertThat(AlertRules.yaml(provisioning.resolve("datasources/prometheus.yml"))
                        .toString())
                .contains("uid=prometheus", "url=http://prometheus:9090");
        assertThat(compose)
                .contains("./deploy/grafana/dashboards:/etc/grafana/dashboards:ro")
                .contains("./deploy/grafana/provisioning:/etc/grafana/provisioning:ro")
                .contains("./deploy/prometheus/alerts.yml:/etc/prometheus/alerts.yml:ro");
    }

    private static List<String> expressions(Path file) {
        return dashboard(file).findValuesAsString("expr");
    }

    private static JsonNode dashboard(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }
}
