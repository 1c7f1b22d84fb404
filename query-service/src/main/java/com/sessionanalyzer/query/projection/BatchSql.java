package com.sessionanalyzer.query.projection;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that bring a batch into a table, by way of a staging table that lives as long as its connection. */
record BatchSql(
        String createStaging,
        String clearStaging,
        String copy,
        String upsert,
        @Nullable String keep,
        String delete) {

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
                        + newestFirst(mapping) + " on conflict (" + primaryKey + ") do update set "
                        + assignments(mapping) + unlessOlder(mapping),
                keep(mapping, staging),
                "delete from " + mapping.table() + " t using " + staging + " s where s.deleted and "
                        + matches(mapping.keyColumns()));
    }

    private static String newestFirst(TableMapping mapping) {
        String version = mapping.versionColumn();
        return (version == null ? "" : ", " + version + " desc") + ", ordinal desc";
    }

    private static String unlessOlder(TableMapping mapping) {
        String version = mapping.versionColumn();
        return version == null ? "" : " where " + mapping.table() + "." + version + " <= excluded." + version;
    }

    private static @Nullable String keep(TableMapping mapping, String staging) {
        Remains remains = mapping.remains();
        if (remains == null) {
            return null;
        }
        String primaryKey = String.join(", ", mapping.primaryKey());
        String offset = "s." + remains.place().get(1);
        return "insert into " + remains.table() + " as kept (" + primaryKey + ", "
                + String.join(", ", remains.columns())
                + ", " + String.join(", ", remains.place()) + ") select distinct on (" + of("s", mapping.primaryKey())
                + ") " + of("s", mapping.primaryKey()) + ", " + of("t", remains.columns()) + ", "
                + of("s", remains.place()) + " from " + staging + " s left join " + mapping.table() + " t on "
                + matches(mapping.keyColumns()) + " where s.deleted and " + offset + " is not null order by "
                + of("s", mapping.primaryKey()) + ", s.ordinal desc on conflict (" + primaryKey + ") do update set "
                + remains.columns().stream()
                        .map(column -> column + " = coalesce(excluded." + column + ", kept." + column + ")")
                        .collect(joining(", "))
                + ", " + replaced(remains.place()) + " where kept."
                + remains.place().get(2) + " <= excluded."
                + remains.place().get(2);
    }

    private static String of(String table, List<String> columns) {
        return columns.stream().map(column -> table + "." + column).collect(joining(", "));
    }

    private static String assignments(TableMapping mapping) {
        return replaced(mapping.columns().stream()
                .filter(column -> !mapping.primaryKey().contains(column))
                .toList());
    }

    private static String replaced(List<String> columns) {
        return columns.stream().map(column -> column + " = excluded." + column).collect(joining(", "));
    }

    private static String matches(List<String> columns) {
        return columns.stream().map(column -> "t." + column + " = s." + column).collect(joining(" and "));
    }
}
