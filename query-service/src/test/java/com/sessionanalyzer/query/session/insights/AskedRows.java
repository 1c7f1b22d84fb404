package com.sessionanalyzer.query.session.insights;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What an address asks for, and what the rows say to it. */
record AskedRows(WrittenNumbers numbers, SessionFilter filter, Window window) {

    static AskedRows of(WrittenNumbers numbers, String address) {
        return new AskedRows(
                numbers,
                Asking.filter(address, WrittenNumbers.today()),
                window(numbers.json("/api/insights?" + address).get("period")));
    }

    static Window window(JsonNode days) {
        return Window.of(
                LocalDate.parse(days.get("from").asString()),
                LocalDate.parse(days.get("to").asString()));
    }

    SortedMap<String, List<String>> sums(SessionFilter of, String... groups) throws SQLException {
        return numbers.rows().sums(of, window, List.of(groups));
    }

    List<String> whole() throws SQLException {
        return requireNonNull(sums(filter).get(""));
    }

    /** The customers with more than one record. */
    SortedMap<String, List<String>> repeated() throws SQLException {
        SortedMap<String, List<String>> customers = sums(filter, "customer");
        customers.values().removeIf(sums -> sums.get(0).equals("1"));
        return customers;
    }

    /** Some of the measures. */
    static SortedMap<String, List<String>> columns(SortedMap<String, List<String>> sums, int... measures) {
        SortedMap<String, List<String>> columns = new TreeMap<>();
        sums.forEach((key, values) -> {
            List<String> some = new ArrayList<>();
            for (int measure : measures) {
                some.add(values.get(measure));
            }
            columns.put(key, some);
        });
        return columns;
    }
}
