package com.sessionanalyzer.query.session.asof;

/** Everything that insights say, in one statement that reads the records once: a row per sum, each of a kind. */
final class PastInsightsSql {

    private static final String CELLS = "select case grouping(region, source, destination, local_day, minutes)"
            + " when 31 then 'total' when 15 then 'region' when 23 then 'source' when 27 then 'destination'"
            + " when 19 then 'route' when 29 then 'day' else 'minutes' end as kind,"
            + " case grouping(region, source, destination) when 5 then source when 3 then region when 6 then destination"
            + " else source end as one, destination as other, null::text as customer, local_day as day, minutes as value,"
            + " count(*) as records, sum(sessions) as sessions, count(minutes) as timed, sum(minutes) as minutes from facts"
            + " group by grouping sets ((), (region), (source), (destination), (source, destination), (local_day), (minutes))";

    private PastInsightsSql() {}

    /**
     * The statement. Each customer is called what the record that was created first calls it, whether that is meant or not.
     *
     * @param rows  what is summed, with its conditions
     * @param isAll whether that is all records there were
     * @param limit how many duplicates and combinations are listed at most; 0 for all
     */
    static String of(PastRows rows, boolean isAll, int limit) {
        String most = limit == 0 ? "" : " limit " + limit;
        String named = isAll ? "facts" : PastRows.all() + " where customer_key in (select customer_key from customers)";
        return "with facts as materialized (select customer_key, customer, created_at, id, region, source, destination,"
                + " local_day, minutes, sessions from " + rows.sql()
                + "), customers as materialized (select customer_key,"
                + " count(*) as records from facts group by customer_key), combined as materialized (select customer_key,"
                + " source, destination, count(*) as records from facts group by customer_key, source, destination),"
                + " spelled as materialized (select customer_key, min(customer collate \"C\") as name, max(customer collate"
                + " \"C\") as other from " + named
                + " group by customer_key), names as materialized (select customer_key,"
                + " name from spelled where name = other union all (select distinct on (customer_key) customer_key, customer"
                + " from " + (isAll ? "facts" : PastRows.all())
                + " where customer_key in (select customer_key from spelled"
                + " where name <> other) order by customer_key, created_at, id)) select * from (" + CELLS
                + ") cells where kind <> 'minutes' or value is not null"
                + count("customers", "select count(*) from customers")
                + count("repeated", "select count(*) from customers where records > 1")
                + count("combined", "select count(*) from combined")
                + by("region") + by("source") + by("destination")
                + " union all (select 'duplicate', null, null, name, null, null, records, null, null, null from customers"
                + " join names using (customer_key) where records > 1 order by records desc, name collate \"C\"" + most
                + ")"
                + " union all (select 'combination', source, destination, name, null, null, records, null, null, null from"
                + " combined join names using (customer_key) order by records desc, name collate \"C\", source collate \"C\","
                + " destination collate \"C\"" + most + ")";
    }

    private static String count(String kind, String query) {
        return " union all select '" + kind + "', null, null, null, null, null, (" + query + "), null, null, null";
    }

    private static String by(String dimension) {
        return " union all select 'by_" + dimension + "', " + dimension
                + ", null, null, null, null, count(*), null, null," + " null from (select distinct " + dimension
                + ", customer_key from facts) pairs group by " + dimension;
    }
}
