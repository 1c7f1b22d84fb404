package com.sessionanalyzer.standalone.metrics;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The alert rules, read as Prometheus reads them. */
record AlertRules(List<Rule> rules) {

    static final Path FILE = Path.of("..", "deploy", "prometheus", "alerts.yml");
    static final Set<String> KEYS = Set.of("alert", "expr", "for", "labels", "annotations");

    static AlertRules read() {
        List<Rule> rules = new ArrayList<>();
        for (Map<String, Object> group : list(yaml(FILE), "groups")) {
            list(group, "rules").forEach(rule -> rules.add(new Rule(rule)));
        }
        return new AlertRules(rules);
    }

    /** The alerts that fire in a file of test cases, each once. */
    static Set<String> firing(Path cases) {
        Set<String> firing = new TreeSet<>();
        for (Map<String, Object> test : list(yaml(cases), "tests")) {
            list(test, "alert_rule_test").stream()
                    .filter(moment -> moment.containsKey("exp_alerts"))
                    .forEach(moment -> firing.add(String.valueOf(moment.get("alertname"))));
        }
        return firing;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> content, String key) {
        return (List<Map<String, Object>>) requireNonNull(content.get(key), () -> "there must be " + key);
    }

    static Map<String, Object> yaml(Path file) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return new Yaml(new SafeConstructor(options)).load(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One alert. */
    record Rule(Map<String, Object> content) {

        String name() {
            return text("alert");
        }

        String expression() {
            return text("expr");
        }

        String text(String key) {
            return String.valueOf(requireNonNull(content.get(key), () -> content + " must say " + key));
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> map(String key) {
            return (Map<String, Object>) requireNonNull(content.get(key), () -> content + " must say " + key);
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
