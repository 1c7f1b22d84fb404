package com.sessionanalyzer.standalone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.standalone.metrics.AlertRules.Rule;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertRulesTests {

    private static final Path RUNBOOK = Path.of("..", "docs", "runbook.md");
    private static final Path CASES = Path.of("..", "deploy", "prometheus", "alerts-test.yml");
    private static final Pattern ENTRY = Pattern.compile("^## (\\w+)$", Pattern.MULTILINE);

    static List<Rule> rules() {
        return AlertRules.read().rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysWhatPrometheusUnderstands(Rule rule) {
        assertThat(rule.content().keySet()).isSubsetOf(AlertRules.KEYS);
        assertThat(rule.name()).matches("[A-Z][A-Za-z]+");
        assertThat(rule.map("labels").get("severity")).isIn("page", "ticket");
        assertThat(String.valueOf(rule.map("annotations").get("summary")))
                .isNotBlank()
                .isNotEqualTo("null");
        if (rule.content().containsKey("for")) {
            assertThat(rule.text("for")).matches("\\d+[smh]");
        }
        assertThat(Expression.complaints(rule.expression())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void asksOnlyForMetricsThatThereAre(Rule rule) {
        TreeSet<String> asked = new TreeSet<>(Expression.metrics(rule.expression()));
        asked.remove("up");

        assertThat(MetricsPage.read().names()).containsAll(asked);
        assertThat(asked.isEmpty()).isEqualTo(rule.name().equals("ServiceDown"));
    }

    @Test
    void everyAlertHasItsEntryInTheRunbookAndNoOtherHas() throws IOException {
        List<String> entries = ENTRY.matcher(Files.readString(RUNBOOK))
                .results()
                .map(entry -> entry.group(1))
                .toList();

        assertThat(entries)
                .containsExactlyElementsOf(rules().stream().map(Rule::name).toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRunbookSaysWhatItMeansWhatUsersSeeAndWhatToDo(Rule rule) throws IOException {
        String entry = Files.readString(RUNBOOK)
                .split("## " + rule.name() + "\n", 2)[1]
                .split("\n## ", 2)[0];

        assertThat(entry).contains("**Means**", "sers see**", "**Do**");
    }

    @Test
    void everyAlertIsTestedAtAMomentAtWhichItFires() {
        assertThat(AlertRules.firing(CASES))
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(Rule::name).toList());
    }

    @Test
    void everyAlertFiresWhenItShouldAndNotBefore() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled("promtool"), "there is no promtool on this machine");

        Process promtool = new ProcessBuilder("promtool", "test", "rules", CASES.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    @Test
    void prometheusFetchesFromTheServicesOfTheComposeFile() {
        String configuration = AlertRules.yaml(Path.of("..", "deploy", "prometheus", "prometheus.yml"))
                .toString();

        assertThat(configuration)
                .contains("ingest:8081", "analytics:8082", "query:8080")
                .contains("metrics_path=/actuator/prometheus")
                .contains("/etc/prometheus/alerts.yml");
    }
}
