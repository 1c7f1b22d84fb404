package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.rows.RowConditions;
import com.sessionanalyzer.schema.OrganizationId;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The statements about what differs between two moments: versions that ended in between, against those that came in between
 * and are still there after it.
 *
 * @param with       the changed records, as a table {@code changed} for the statements
 * @param parameters values of its named parameters
 */
record DifferenceSql(String with, Map<String, Object> parameters) {

    static final List<String> CONTENT = List.of(
            "customer",
            "region",
            "sessions",
            "source",
            "destination",
            "minutes",
            "observation",
            "highlight_type",
            "highlight_url",
            "highlight_details",
            "uploaded_at",
            "local_day");

    private static final String NUMBERS = "with facts as materialized (select customer_key, sessions, minutes from %s)"
            + " select count(*) as records, coalesce(sum(sessions), 0) as sessions, count(minutes) as timed,"
            + " coalesce(sum(minutes), 0) as minutes, (select count(distinct customer_key) from facts) as customers,"
            + " (select count(*) from (select from facts group by customer_key having count(*) > 1) repeated) as repeated"
            + " from facts";

    static DifferenceSql of(OrganizationId organization, AsOf from, AsOf to, SessionFilter filter) {
        RowConditions conditions = RowConditions.of(organization, filter, to.day());
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("from_as_of", Timestamp.from(from.at()));
        parameters.put("to_as_of", Timestamp.from(to.at()));
        String columns = "id, logged_at, customer_key, " + String.join(", ", CONTENT) + ", coalesce(" + conditions.sql()
                + ", false) as meant";
        String gone = "select valid_until, " + columns + " from session_history where organization = :organization"
                + " and logged_at <= :from_as_of and valid_until > :from_as_of and valid_until <= :to_as_of";
        String come = "select " + columns + " from session_record where organization = :organization"
                + " and logged_at > :from_as_of and logged_at <= :to_as_of union all select " + columns
                + " from session_history where organization = :organization and logged_at > :from_as_of"
                + " and logged_at <= :to_as_of and valid_until > :to_as_of";
        return new DifferenceSql(
                "with gone as materialized (" + gone + "), come as materialized (" + come
                        + "), changed as (select coalesce(b.id, a.id) as id, coalesce(a.logged_at, b.valid_until) as at,"
                        + " case when b.meant and a.meant then 'corrected' when b.meant and a.id is null then 'deleted'"
                        + " when b.meant then 'left' when b.id is null then 'added' else 'entered' end as change,"
                        + " b.id is not null as was_there, a.id is not null as is_there, " + both("b", "before_") + ", "
                        + both("a", "after_")
                        + " from gone b full join come a on a.id = b.id where (coalesce(b.meant, false)"
                        + " or coalesce(a.meant, false)) and (b.meant, " + all("b") + ") is distinct from (a.meant, "
                        + all("a")
                        + "))",
                parameters);
    }

    String reasons() {
        return with + " select change, count(*) as records from changed group by change";
    }

    String page() {
        return with + " select * from changed order by at desc, id desc limit :page_size offset :skipped";
    }

    static String numbers(PastRows rows) {
        return NUMBERS.formatted(rows.sql());
    }

    private static String both(String table, String prefix) {
        return CONTENT.stream()
                .map(column -> table + "." + column + " as " + prefix + column)
                .collect(Collectors.joining(", "));
    }

    private static String all(String table) {
        return table + ".customer_key, "
                + CONTENT.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }
}
