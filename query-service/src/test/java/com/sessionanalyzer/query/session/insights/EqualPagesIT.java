package com.sessionanalyzer.query.session.insights;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every number of the page of insights is what a plain SQL query over the rows says, under any filter. */
@ExtendWith(WrittenNumbers.Extension.class)
class EqualPagesIT {

    private final WrittenNumbers numbers;

    EqualPagesIT(WrittenNumbers numbers) {
        this.numbers = numbers;
    }

    static Stream<String> filters() {
        return WrittenNumbers.filters(50).map(asked -> asked.substring(0, asked.indexOf('\t')));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void showsWhatTheRowsSay(String filter) throws SQLException {
        AskedRows asked = AskedRows.of(numbers, filter);
        HtmlTables page = new HtmlTables(numbers.page("/insights?" + filter));

        List<String> whole = asked.whole();
        if (whole.get(0).equals("0")) {
            assertThat(page.html()).contains("No record has all of that");
            return;
        }
        assertThat(page.value("total_records")).containsExactly(whole.get(0));
        assertThat(page.value("total_sessions_reviewed")).containsExactly(whole.get(1));
        assertThat(page.value("total_customers")).containsExactly(whole.get(2));
        assertThat(page.value("hours")).isEqualTo(whole.get(3).equals("0") ? List.of() : List.of(whole.get(5)));
        assertThat(page.value("minutes")).isEqualTo(whole.get(3).equals("0") ? List.of() : List.of(whole.get(4)));
        assertShares(page, asked);
        assertRoutes(page, asked);
        assertTimes(page, asked);
        assertMinutes(page, asked);
        assertRepeated(page, asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"period=90d&compare=previous", "period=1y&compare=previous&region=EU", "period=90d&compare=year"
            })
    void comparesWithWhatTheRowsSayOfTheDaysBefore(String filter) throws SQLException {
        JsonNode before = numbers.json("/api/insights?" + filter).get("comparison");
        Window window = AskedRows.window(before);
        SessionFilter regions = Asking.filter(filter.replaceFirst("&compare=[a-z]+", ""), WrittenNumbers.today())
                .without(FilterField.REGION);

        HtmlTables page = new HtmlTables(numbers.page("/insights?" + filter));

        SortedMap<String, List<String>> sums = numbers.rows().sums(regions, window, List.of("region"));
        page.rows("region_distribution")
                .forEach(row -> assertThat(HtmlTables.numbers(row.get(3)))
                        .containsExactly(
                                sums.containsKey(HtmlTables.text(row.get(0)))
                                        ? requireNonNull(sums.get(HtmlTables.text(row.get(0))))
                                                .get(0)
                                        : "0"));
    }

    @Test
    void cutsMoreCoarselyWhereThereWouldBeTooManyPieces() {
        HtmlTables page = new HtmlTables(numbers.page("/insights?grain=day"));

        assertThat(page.html()).contains("Cut by week: a finer cut would make more than 400 pieces.");
        assertThat(page.rows("uploads").size()).isBetween(100, 400);
        assertThat(page.value("total_records")).isNotEmpty();
    }

    private static void assertShares(HtmlTables page, AskedRows asked) throws SQLException {
        for (FilterField field : List.of(FilterField.REGION, FilterField.SOURCE, FilterField.DESTINATION)) {
            SortedMap<String, List<String>> sums = asked.sums(asked.filter().without(field), field.parameter());
            SortedMap<String, List<String>> shown = new TreeMap<>();
            page.rows(field.parameter() + "_distribution")
                    .forEach(row -> shown.put(HtmlTables.text(row.get(0)), HtmlTables.numbersOf(row, 1, 2)));
            assertThat(shown).isEqualTo(withShares(sums));
            assertThat(page.value(field.parameter() + "s_covered"))
                    .containsExactly(
                            text(asked.sums(asked.filter(), field.parameter()).size()));
        }
    }

    private static void assertRoutes(HtmlTables page, AskedRows asked) throws SQLException {
        SessionFilter others = asked.filter().without(FilterField.SOURCE).without(FilterField.DESTINATION);
        SortedMap<String, List<String>> sums = asked.sums(others, "source", "destination");
        SortedMap<String, List<String>> shown = new TreeMap<>();
        page.rows("routes")
                .forEach(row -> shown.put(
                        RowSql.key(List.of(HtmlTables.text(row.get(0)), HtmlTables.text(row.get(1)))),
                        HtmlTables.numbersOf(row, 2, 3)));
        assertThat(shown).isEqualTo(withShares(sums));
    }

    private static SortedMap<String, List<String>> withShares(SortedMap<String, List<String>> sums) {
        long total = sums.values().stream()
                .mapToLong(one -> Long.parseLong(one.get(0)))
                .sum();
        SortedMap<String, List<String>> shares = new TreeMap<>();
        sums.forEach((name, one) -> shares.put(name, List.of(one.get(0), share(one.get(0), total))));
        return shares;
    }

    /** Each piece of time has the records of its days: from its first one up to that of the next piece. */
    private static void assertTimes(HtmlTables page, AskedRows asked) throws SQLException {
        TreeMap<String, List<String>> days = new TreeMap<>(asked.sums(asked.filter(), "day"));
        TreeMap<String, String> ends = new TreeMap<>();
        List<String> starts = page.rows("uploads").stream()
                .map(row -> HtmlTables.day(row.get(0)))
                .toList();
        for (int piece = 0; piece < starts.size(); piece++) {
            ends.put(starts.get(piece), piece + 1 < starts.size() ? starts.get(piece + 1) : "9999-12-31");
        }
        assertThat(days.headMap(starts.get(0))).isEmpty();
        page.rows("uploads")
                .forEach(row -> assertThat(HtmlTables.numbersOf(row, 1)).containsExactly(sum(days, ends, row, 0)));
        List<String> timed = new ArrayList<>();
        page.rows("daily").stream().filter(row -> row.size() > 1).forEach(row -> {
            timed.addAll(HtmlTables.numbersOf(row, 1));
            assertThat(HtmlTables.numbersOf(row, 1)).containsExactly(sum(days, ends, row, 4), sum(days, ends, row, 3));
            assertThat(HtmlTables.numbersOf(row, 2)).containsExactly(hours(sum(days, ends, row, 4)));
        });
        assertThat(page.html()).contains("data-table=\"daily-total\"");
        assertThat(HtmlTables.numbers(page.found("data-table=\"daily-total\">(.*?)</tr>")))
                .startsWith(asked.whole().get(4), asked.whole().get(3));
        assertThat(timed.size()).isGreaterThanOrEqualTo(asked.whole().get(3).equals("0") ? 0 : 2);
    }

    private static void assertMinutes(HtmlTables page, AskedRows asked) throws SQLException {
        SortedMap<String, List<String>> sums =
                asked.sums(asked.filter().without(FilterField.MINUTES_MIN).without(FilterField.MINUTES_MAX), "minutes");
        sums.remove("");
        SortedMap<String, List<String>> shown = new TreeMap<>();
        page.rows("minutes")
                .forEach(row -> shown.put(HtmlTables.numbersOf(row, 0).get(0), HtmlTables.numbersOf(row, 1)));
        assertThat(shown).isEqualTo(AskedRows.columns(sums, 0));
    }

    private static void assertRepeated(HtmlTables page, AskedRows asked) throws SQLException {
        SortedMap<String, List<String>> shown = new TreeMap<>();
        if (!asked.repeated().isEmpty()) {
            page.rows("duplicates")
                    .forEach(row -> shown.put(HtmlTables.text(row.get(0)), HtmlTables.numbersOf(row, 1)));
        }
        assertThat(shown).isEqualTo(AskedRows.columns(asked.repeated(), 0));
        assertThat(page.value("duplicate_customers_count"))
                .containsExactly(text(asked.repeated().size()));
    }

    private static String sum(
            SortedMap<String, List<String>> days, SortedMap<String, String> ends, List<String> row, int measure) {
        String first = HtmlTables.day(row.get(0));
        return text(days.subMap(first, requireNonNull(ends.get(first))).values().stream()
                .mapToLong(sums -> Long.parseLong(sums.get(measure)))
                .sum());
    }

    private static String share(String part, long total) {
        return RowSql.plain(List.of(new BigDecimal(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(total), 1, RoundingMode.HALF_UP)))
                .get(0);
    }

    private static String hours(String minutes) {
        return RowSql.plain(List.of(new BigDecimal(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)))
                .get(0);
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
