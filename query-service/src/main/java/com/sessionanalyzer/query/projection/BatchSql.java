package com.sessionanalyzer.query.projection;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements that bring changes, of one row each, into a table, by way of a staging table that lives as long as its
 * connection.
 *
 * @param append   copies rows that are all new straight into the table
 * @param steps    what is done with the staged changes, in this order
 * @param erasures what is done at the end with those that erase, staged alone
 */
record BatchSql(
        String append,
        String createStaging,
        String clearStaging,
        String copy,
        List<String> steps,
        List<String> erasures) {

    static BatchSql of(TableMapping mapping) {
        String staging = "staging_" + mapping.table();
        String columns = String.join(", ", mapping.columns());
        return new BatchSql(
                "copy " + mapping.table() + " (" + columns + ") from stdin",
                "create temp table if not exists " + staging + " on commit delete rows as select " + columns
                        + ", false as deleted, false as erased, null::timestamptz as entry_at from " + mapping.table()
                        + " with no data",
                "truncate " + staging,
                "copy " + staging + " (" + columns + ", deleted, erased, entry_at) from stdin",
                steps(mapping, staging),
                chronicle(mapping, staging).map(ChronicleSql::erasures).orElse(List.of()));
    }

    private static List<String> steps(TableMapping mapping, String staging) {
        List<String> steps = new ArrayList<>();
        String version = mapping.versionColumn();
        History history = mapping.history();
        chronicle(mapping, staging).map(ChronicleSql::shorten).ifPresent(steps::add);
        if (history != null && version != null) {
            steps.add(history(mapping, staging, history, version));
        }
        chronicle(mapping, staging).map(ChronicleSql::keep).ifPresent(steps::add);
        steps.add(upsert(mapping, staging));
        if (mapping.remains() != null) {
            steps.add(keep(mapping, staging, mapping.remains()));
        }
        steps.add("delete from " + mapping.table() + " t using " + staging + " s where s.deleted and "
                + matches(mapping.keyColumns()));
        return steps;
    }

    private static Optional<ChronicleSql> chronicle(TableMapping mapping, String staging) {
        Chronicle chronicle = mapping.chronicle();
        History history = mapping.history();
        String version = mapping.versionColumn();
        return chronicle == null || history == null || version == null
                ? Optional.empty()
                : Optional.of(new ChronicleSql(mapping, chronicle, history, version, staging));
    }

    /**
     * Keeps the places of what is not the row afterwards: versions that are deleted or replaced, those that come too late, and
     * tombstones. Rows that are new, which most are, cost it nothing but a look at the staging table.
     */
    private static String history(TableMapping mapping, String staging, History history, String version) {
        List<String> key = mapping.primaryKey();
        String pairs = " from " + staging + " s join " + mapping.table() + " t on ";
        String tombstone = " where s.deleted and s." + history.place().get(1) + " is not null";
        String theRow = "select " + of("t", key) + ", t." + version + ", " + of("t", history.place()) + pairs;
        String theLate = "select " + of("s", key) + ", s." + version + ", " + of("s", history.place()) + pairs;
        return "insert into " + history.table() + " (" + String.join(", ", key) + ", " + version + ", "
                + String.join(", ", history.place()) + ") "
                + String.join(
                        " union all ",
                        theRow + matches(mapping.keyColumns()) + tombstone,
                        theRow + matches(key) + newer("s", "t", version),
                        theLate + matches(key) + newer("t", "s", version),
                        "select " + of("s", key) + ", null, " + of("s", history.place()) + " from " + staging + " s"
                                + tombstone)
                + " on conflict do nothing";
    }

    private static String newer(String one, String other, String version) {
        return " where not s.deleted and " + one + "." + version + " > 0 and " + one + "." + version + " > " + other
                + "." + version;
    }

    private static String upsert(TableMapping mapping, String staging) {
        String columns = String.join(", ", mapping.columns());
        String version = mapping.versionColumn();
        return "insert into " + mapping.table() + " (" + columns + ") select " + columns + " from " + staging
                + " where not deleted on conflict (" + String.join(", ", mapping.primaryKey()) + ") do update set "
                + replaced(mapping.columns().stream()
                        .filter(column -> !mapping.primaryKey().contains(column))
                        .toList())
                + (version == null ? "" : " where " + mapping.table() + "." + version + " <= excluded." + version);
    }

    private static String keep(TableMapping mapping, String staging, Remains remains) {
        String primaryKey = String.join(", ", mapping.primaryKey());
        return "insert into " + remains.table() + " as kept (" + primaryKey + ", "
                + String.join(", ", remains.columns())
                + ", " + String.join(", ", remains.place()) + ") select " + of("s", mapping.primaryKey()) + ", "
                + of("t", remains.columns()) + ", " + of("s", remains.place()) + " from " + staging + " s left join "
                + mapping.table() + " t on " + matches(mapping.keyColumns()) + " where s.deleted and s."
                + remains.place().get(1) + " is not null on conflict (" + primaryKey + ") do update set "
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

    private static String replaced(List<String> columns) {
        return columns.stream().map(column -> column + " = excluded." + column).collect(joining(", "));
    }

    private static String matches(List<String> columns) {
        return columns.stream().map(column -> "t." + column + " = s." + column).collect(joining(" and "));
    }
}
