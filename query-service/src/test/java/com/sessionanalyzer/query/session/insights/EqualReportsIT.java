package com.sessionanalyzer.query.session.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports, dashboard and exported files count what a plain SQL query over the rows counts, under any filter. */
@ExtendWith(WrittenNumbers.Extension.class)
class EqualReportsIT {

    private final WrittenNumbers numbers;

    EqualReportsIT(WrittenNumbers numbers) {
        this.numbers = numbers;
    }

    static Stream<String> filters() {
        return WrittenNumbers.filters(50).map(asked -> asked.substring(0, asked.indexOf('\t')));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void addsUpWhatTheReportsList(String filter) throws SQLException {
        AskedRows asked = AskedRows.of(numbers, filter);
        List<String> whole = asked.whole();

        HtmlTables page = new HtmlTables(numbers.page("/reports?" + filter));

        assertThat(HtmlTables.numbers(page.found("role=\"status\">([^<]*)<"))).containsExactly(whole.get(0));
        assertThat(page.value("records")).containsExactly(whole.get(0));
        assertThat(page.value("sessions")).containsExactly(whole.get(1));
        assertThat(page.value("customers")).containsExactly(whole.get(2));
        assertThat(page.value("hours")).isEqualTo(whole.get(3).equals("0") ? List.of() : List.of(whole.get(5)));
        assertThat(page.value("duplicates"))
                .containsExactly(text(asked.repeated().size()));
        for (String dimension : List.of("region", "source", "destination")) {
            assertThat(page.value(dimension + "s"))
                    .containsExactly(text(asked.sums(asked.filter(), dimension).size()));
        }
        SortedMap<String, List<String>> days = asked.sums(asked.filter(), "day");
        days.values().removeIf(sums -> sums.get(3).equals("0"));
        SortedMap<String, List<String>> shown = new TreeMap<>();
        if (!days.isEmpty()) {
            page.rows("time-per-day")
                    .forEach(row -> shown.put(HtmlTables.day(row.get(0)), HtmlTables.numbersOf(row, 1, 2, 3)));
        }
        assertThat(shown).isEqualTo(AskedRows.columns(days, 4, 5, 3));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void showsOnTheDashboardWhatTheRowsSay(String filter) throws SQLException {
        AskedRows asked = AskedRows.of(numbers, filter);

        HtmlTables page = new HtmlTables(numbers.page("/?" + filter));

        assertThat(page.value("total_records")).containsExactly(asked.whole().get(0));
        assertThat(page.value("total_sessions_reviewed"))
                .containsExactly(asked.whole().get(1));
        assertThat(page.value("total_customers")).containsExactly(asked.whole().get(2));
        assertThat(page.value("duplicate_customers_count"))
                .containsExactly(text(asked.repeated().size()));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void exportsTheRecordsThatItCounts(String filter) throws SQLException {
        String records = filter.replace("&grain=month", "");

        List<String> lines = numbers.service()
                .get("/api/sessions/export?columns=sessions,time_consumed&" + records)
                .body()
                .lines()
                .skip(1)
                .toList();

        List<String> whole = AskedRows.of(numbers, filter).whole();
        assertThat(text(lines.size())).isEqualTo(whole.get(0));
        assertThat(sum(lines, 0)).isEqualTo(whole.get(1));
        assertThat(sum(lines, 1)).isEqualTo(whole.get(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-1", "mysql", "observed", "nobody"})
    void addsUpWhatASearchFinds(String words) throws SQLException {
        HtmlTables page = new HtmlTables(numbers.page("/reports?region=EU&q=" + words));

        List<String> found = numbers.rows().found("EU", words);
        assertThat(HtmlTables.numbers(page.found("role=\"status\">([^<]*)<"))).containsExactly(found.get(0));
        assertThat(page.value("records")).containsExactly(found.get(0));
        assertThat(page.value("sessions")).containsExactly(found.get(1));
        assertThat(page.value("customers")).containsExactly(found.get(2));
    }

    private static String sum(List<String> lines, int column) {
        return text(lines.stream()
                .map(line -> line.split(",", -1)[column])
                .filter(value -> !value.isEmpty())
                .mapToLong(Long::parseLong)
                .sum());
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
