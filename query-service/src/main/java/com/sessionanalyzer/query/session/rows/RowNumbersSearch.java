package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.session.Insights.DailyTime;
import com.sessionanalyzer.query.session.search.SearchedBlocks;
import com.sessionanalyzer.schema.OrganizationId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Adds up the rows that a question means, by reading them. */
record RowNumbersSearch(EntityManager entities) {

    private static final String TOTALS = "with facts as materialized (select customer_key, sessions, region, source,"
            + " destination, minutes from %s) select count(*) as records,"
            + " count(distinct customer_key) as customers, coalesce(sum(sessions), 0) as sessions,"
            + " (select count(*) from (select from facts group by customer_key having count(*) > 1) repeated) as repeated,"
            + " count(distinct region) as regions, count(distinct source) as sources,"
            + " count(distinct destination) as destinations, count(minutes) as timed,"
            + " coalesce(sum(minutes), 0) as minutes from facts";
    private static final String DAYS = "select local_day, count(minutes) as timed, sum(minutes) as minutes"
            + " from %s and minutes is not null group by local_day order by local_day";

    RowNumbers read(OrganizationId organization, SessionQuery query, Instant asOf) {
        RowSource source = RowSource.of(new SearchedBlocks(entities), organization, query);
        Tuple totals = (Tuple) ask(TOTALS, source).getSingleResult();
        return new RowNumbers(
                number(totals, "records"),
                number(totals, "customers"),
                number(totals, "sessions"),
                number(totals, "repeated"),
                number(totals, "regions"),
                number(totals, "sources"),
                number(totals, "destinations"),
                number(totals, "timed"),
                number(totals, "minutes"),
                days(source),
                asOf);
    }

    private List<DailyTime> days(RowSource source) {
        List<DailyTime> days = new ArrayList<>();
        for (Object row : ask(DAYS, source).getResultList()) {
            Tuple day = (Tuple) row;
            long minutes = number(day, "minutes");
            days.add(new DailyTime(
                    day.get("local_day", LocalDate.class), minutes, number(day, "timed"), RowNumbers.hours(minutes)));
        }
        return days;
    }

    private Query ask(String sql, RowSource source) {
        Query query = entities.createNativeQuery(sql.formatted(source.sql()), Tuple.class);
        source.parameters().forEach(query::setParameter);
        return query;
    }

    private static long number(Tuple row, String name) {
        return ((Number) row.get(name)).longValue();
    }
}
