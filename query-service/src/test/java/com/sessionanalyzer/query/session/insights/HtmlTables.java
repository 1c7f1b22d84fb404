package com.sessionanalyzer.query.session.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Reads numbers out of a page of ours as a person does: by the tables and tiles, without what marks them up. */
record HtmlTables(String html) {

    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*(?:[.][0-9]+)?");

    /** The rows of a table, each with the marked up contents of its cells. */
    List<List<String>> rows(String table) {
        String body = found("data-table=\"" + table + "\"[^>]*>(.*?)</tbody>");
        return ROW.matcher(body)
                .results()
                .map(row -> CELL.matcher(row.group(1))
                        .results()
                        .map(cell -> cell.group(1))
                        .toList())
                .toList();
    }

    /** All numbers of a tile; none of one that says there are none. */
    List<String> value(String name) {
        return numbers(found("data-value=\"" + name + "\"[^>]*>(.*?)<"));
    }

    /** What a piece of the page says. */
    String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(html);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** Without what marks it up. */
    static String text(String cell) {
        return HtmlUtils.htmlUnescape(cell.replaceAll("<[^>]*>", "")).strip();
    }

    /** All numbers that it says, in the form of {@link RowSql}. */
    static List<String> numbers(String cell) {
        return RowSql.plain(NUMBER.matcher(text(cell))
                .results()
                .map(MatchResult::group)
                .map(number -> number.replace(",", ""))
                .toList());
    }

    /** The day that a cell begins with. */
    static String day(String cell) {
        Matcher time = Pattern.compile("datetime=\"([0-9-]{10})\"").matcher(cell);
        assertThat(time.find()).as(cell).isTrue();
        return time.group(1);
    }

    /** All numbers of some cells of a row. */
    static List<String> numbersOf(List<String> row, int... cells) {
        List<String> some = new ArrayList<>();
        for (int cell : cells) {
            some.addAll(numbers(row.get(cell)));
        }
        return some;
    }
}
