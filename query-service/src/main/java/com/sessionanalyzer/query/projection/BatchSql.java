package com.sessionanalyzer.query.projection;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The statements that bring a batch into a table, by way of a staging table that lives as long as its connection. */
record BatchSql(String createStaging, String clearStaging, String copy, String upsert, String delete) {

    static BatchSql of(TableMapping mapping) {
        String staging = "staging_" + mapping.table();
        String columns = String.join(", ", mapping.columns());
        String primaryKey = String.join(", ", mapping.primaryKey());
        return new BatchSql(
                "create temp table if not exists " + staging + " on commit delete rows as select " + columns
                        + ", 0 as ordinal, false as deleted from " + mapping.table() + " with no data",
                "truncate " + staging,
                "copy " + staging + " (" + columns + ", ordinal, deleted) from stdin",
                "insert into " + mapping.table() + " (" + columns + ") select distinct on (" + primaryKey + ") "
                        + columns + " from " + staging + " where not deleted order by " + primaryKey
                        + ", ordinal desc on conflict (" + primaryKey + ") do update set " + assignments(mapping),
                "delete from " + mapping.table() + " t using " + staging + " s where s.deleted and "
                        + matches(mapping.keyColumns()));
    }

    private static String assignments(TableMapping mapping) {
        return mapping.columns().stream()
                .filter(column -> !mapping.primaryKey().contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(joining(", "));
    }

    private static String matches(List<String> columns) {
        return columns.stream().map(column -> "t." + column + " = s." + column).collect(joining(" and "));
    }
}
