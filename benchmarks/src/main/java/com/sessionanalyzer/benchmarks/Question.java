package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.query.request.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which records are meant and how they are grouped.
 *
 * @param period   7d, 30d, 90d, 1y or all
 * @param filter   values by parameter
 * @param groups   by their names
 * @param measures by their names, the one to order by first
 */
public record Question(String period, Map<String, List<String>> filter, List<String> groups, List<String> measures) {

    static final String CUSTOMERS = "customers";

    private static final String CUSTOMER = "customer";

    /** What answering it takes most of. */
    enum Kind {
        SUMS("sums"),
        COUNTS("with distinct customers"),
        GROUPS("by customer");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Kind kind() {
        return groups.contains(CUSTOMER) ? Kind.GROUPS : isOfCustomers() ? Kind.COUNTS : Kind.SUMS;
    }

    /** As an address says it. */
    public Parameters parameters() {
        Map<String, List<String>> values = new LinkedHashMap<>(filter);
        values.put("period", List.of(period));
        values.put("group_by", List.of(String.join(",", groups)));
        values.put("measures", List.of(String.join(",", measures)));
        return new Parameters(values);
    }

    /** What stands after the question mark. */
    String address() {
        List<String> parts = new ArrayList<>();
        parameters()
                .values()
                .forEach((name, values) -> values.forEach(
                        value -> parts.add(name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return String.join("&", parts);
    }

    boolean isOfCustomers() {
        return measures.contains(CUSTOMERS);
    }

    /** What it is like, without the values that are asked for. */
    String shape() {
        String by = filter.keySet().stream().sorted().collect(Collectors.joining("+"));
        return String.join("+", groups) + (isOfCustomers() ? " distinct" : "") + (by.isEmpty() ? "" : " where " + by)
                + " in " + period;
    }
}
