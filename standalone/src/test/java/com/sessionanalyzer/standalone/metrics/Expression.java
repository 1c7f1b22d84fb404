package com.sessionanalyzer.standalone.metrics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An expression in PromQL, as far as its mistakes can be found without Prometheus: brackets, functions, labels and metrics. */
final class Expression {

    private static final Map<Character, Character> BRACKETS = Map.of(')', '(', ']', '[', '}', '{');
    private static final Set<String> FUNCTIONS = Set.of(
            "sum", "min", "max", "count", "avg", "rate", "increase", "histogram_quantile", "topk", "vector", "absent");
    private static final Set<String> WORDS = Set.of("by", "without", "on", "ignoring", "or", "and", "unless", "bool");
    private static final Set<String> LABELS = Set.of(
            "application",
            "area",
            "channel",
            "consumer",
            "domain",
            "fate",
            "instance",
            "job",
            "lane",
            "le",
            "level",
            "outcome",
            "service",
            "status",
            "topic",
            "uri",
            "view");
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern CALLED = Pattern.compile("([a-z_]+)\\s*\\(");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTED = Pattern.compile("\\{([^}]*)}");
    private static final Pattern RANGE = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern WORD = Pattern.compile("\\b[a-z][a-z0-9_]*\\b");

    private Expression() {}

    /** What is wrong with it; nothing when it can be asked. */
    static List<String> complaints(String expression) {
        String bare = STRING.matcher(expression).replaceAll("\"\"");
        List<String> complaints = new ArrayList<>();
        if (!isBalanced(bare)) {
            complaints.add("brackets do not match");
        }
        CALLED.matcher(bare).results().map(called -> called.group(1)).forEach(name -> {
            if (!FUNCTIONS.contains(name) && !WORDS.contains(name)) {
                complaints.add("no function " + name);
            }
        });
        labels(bare).filter(label -> !LABELS.contains(label)).forEach(label -> complaints.add("no label " + label));
        RANGE.matcher(bare)
                .results()
                .map(range -> range.group(1))
                .filter(range -> !range.matches("\\d+[smh]|\\$__rate_interval"))
                .forEach(range -> complaints.add("no range " + range));
        return complaints;
    }

    /** The metrics that it asks for, as the page names them. */
    static Set<String> metrics(String expression) {
        String bare = STRING.matcher(expression).replaceAll("\"\"");
        bare = GROUPED.matcher(bare).replaceAll(" ");
        bare = SELECTED.matcher(bare).replaceAll(" ");
        bare = RANGE.matcher(bare).replaceAll(" ");
        bare = CALLED.matcher(bare).replaceAll("(");
        return WORD.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(word -> !WORDS.contains(word))
                .map(name -> name.replaceAll("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> labels(String bare) {
        List<String> labels = new ArrayList<>();
        Matcher groups = GROUPED.matcher(bare);
        while (groups.find()) {
            labels.addAll(List.of(groups.group(1).trim().split("\\s*,\\s*")));
        }
        Matcher selectors = SELECTED.matcher(bare);
        while (selectors.find()) {
            for (String condition : selectors.group(1).split(",", -1)) {
                labels.add(condition.trim().split("=~|!=|!~|=", 2)[0]);
            }
        }
        return labels.stream();
    }

    private static boolean isBalanced(String bare) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < bare.length(); i++) {
            char each = bare.charAt(i);
            if (BRACKETS.containsValue(each)) {
                open.push(each);
            } else if (BRACKETS.containsKey(each)
                    && (open.isEmpty() || !open.pop().equals(BRACKETS.get(each)))) {
                return false;
            }
        }
        return open.isEmpty();
    }
}
