package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A question as SQL that DuckDB and PostgreSQL both understand. */
final class QuestionSql {

    static final String TABLE = "create table fact (day date not null, region text not null, source text not null,"
            + " destination text not null, customer text not null, highlight text not null, minutes int, sessions int not null)";

    private static final int ROWS = 1_000;

    private final LocalDate today;

    QuestionSql(LocalDate today) {
        this.today = today;
    }

    String of(Question question) {
        String groups = question.groups().stream().map(QuestionSql::column).collect(Collectors.joining(", "));
        String measures = question.isOfCustomers()
                ? "count(*), count(distinct customer), avg(minutes)"
                : "sum(sessions), count(*), sum(minutes), count(case when highlight <> 'none' then 1 end)";
        String where = conditions(question).stream().collect(Collectors.joining(" and ", " where ", ""));
        return "select " + groups + ", " + measures + " from fact" + where + " group by " + groups + " order by "
                + order(question) + " limit " + ROWS;
    }

    /** By time first, then from the largest first measure. */
    private static String order(Question question) {
        int largest = question.groups().size() + 1;
        return question.groups().stream()
                        .filter(QuestionSql::isTime)
                        .map(time -> column(time) + ", ")
                        .collect(Collectors.joining())
                + largest + " desc";
    }

    private List<String> conditions(Question question) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Period.of(question.period()).filter(period -> period != Period.ALL).ifPresent(period -> {
            Window window = period.window(today);
            conditions.add("day >= date '" + window.start() + "' and day < date '" + window.end() + "'");
        });
        question.filter()
                .forEach((name, values) -> conditions.add(
                        switch (name) {
                            case "has_time" -> "minutes is " + (values.contains("true") ? "not null" : "null");
                            case "minutes_min" -> "minutes >= " + values.get(0);
                            case "minutes_max" -> "minutes <= " + values.get(0);
                            case "highlight" ->
                                values.contains(HighlightChoices.ANY)
                                        ? "(highlight <> 'none' or " + in(name, values) + ")"
                                        : in(name, values);
                            default -> in(name, values);
                        }));
        return conditions;
    }

    private static String in(String column, List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", column + " in (", ")"));
    }

    private static boolean isTime(String group) {
        return !column(group).equals(group) || group.equals("day");
    }

    private static String column(String group) {
        return group.equals("week") || group.equals("month") ? "date_trunc('" + group + "', day)" : group;
    }
}
