package com.sessionanalyzer.query.projection;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * The statements that keep the content of past versions. Each version ends with the earliest that the log puts in its place:
 * a later entry of its key, or a newer version of its row under another key, in whichever order the two are read.
 */
final class ChronicleSql {

    private final TableMapping mapping;
    private final Chronicle chronicle;
    private final String staging;
    private final String version;
    private final String partition;
    private final String offset;
    private final String logged;

    ChronicleSql(TableMapping mapping, Chronicle chronicle, History history, String version, String staging) {
        this.mapping = mapping;
        this.chronicle = chronicle;
        this.staging = staging;
        this.version = version;
        this.partition = history.place().get(0);
        this.offset = history.place().get(1);
        this.logged = history.place().get(2);
    }

    /** Ends versions that were kept earlier than what was read before did: to be done with all staged changes. */
    String shorten() {
        return "update " + chronicle.table() + " t set " + chronicle.until() + " = s.entry_at from " + staging
                + " s where "
                + matches(mapping.primaryKey()) + " and t." + chronicle.until() + " > s.entry_at and t." + logged
                + " <= s.entry_at and case when " + matches(mapping.keyColumns()) + " then coalesce(t." + offset
                + " < s."
                + offset + ", true) else not s.deleted and s." + version + " > t." + version + " end";
    }

    /** Keeps what is not the row afterwards: to be done while the table has not given way to the staged changes. */
    String keep() {
        String columns = String.join(", ", chronicle.columns());
        return "insert into " + chronicle.table() + " as kept (" + columns + ", " + chronicle.until() + ") "
                + String.join(" union all ", deleted(), replaced(), late()) + " on conflict ("
                + String.join(", ", mapping.primaryKey()) + ", " + partition + ", " + offset + ") do update set "
                + chronicle.until() + " = least(kept." + chronicle.until() + ", excluded." + chronicle.until() + ")";
    }

    /** To be done last, with all that erase and nothing else: what they erase may be kept by what was read with them. */
    List<String> erasures() {
        return List.of(remember(), eraseRecords(), eraseSubjects());
    }

    private String deleted() {
        return "select " + of("t") + ", s.entry_at" + pairs(mapping.keyColumns()) + " where s.deleted and not s.erased"
                + notErased("t");
    }

    private String replaced() {
        return "select " + of("t") + ", s.entry_at" + pairs(mapping.primaryKey()) + " where not s.deleted and s."
                + version + " >= t." + version + notErased("t");
    }

    private String late() {
        return "select " + of("s") + ", least(t." + logged + ", (select min(k." + logged + ") from " + chronicle.table()
                + " k where " + matches("k", mapping.primaryKey()) + " and k." + version + " > s." + version + " and k."
                + logged + " >= s." + logged + "))" + pairs(mapping.primaryKey()) + " where not s.deleted and s."
                + version + " < t." + version + notErased("s");
    }

    private String notErased(String content) {
        return " and not exists (select from " + chronicle.erasures() + " e where " + matches("e", mapping.primaryKey())
                + " and e.erased_at >= " + content + "." + logged + ")";
    }

    private String remember() {
        String key = String.join(", ", mapping.primaryKey());
        return "insert into " + chronicle.erasures() + " as known (" + key + ", erased_at) select " + key
                + ", max(entry_at) from " + staging + " group by " + key + " on conflict (" + key
                + ") do update set erased_at = greatest(known.erased_at, excluded.erased_at)";
    }

    private String eraseRecords() {
        return "delete from " + chronicle.table() + " t using " + staging + " s where " + matches(mapping.primaryKey())
                + " and t." + logged + " <= s.entry_at";
    }

    private String eraseSubjects() {
        String subject = String.join(", ", chronicle.subject());
        return "delete from " + chronicle.table() + " t using (select " + subject + ", max(entry_at) as entry_at from "
                + staging + " group by " + subject + ") s where " + matches(chronicle.subject()) + " and t."
                + logged + " <= s.entry_at";
    }

    private String pairs(List<String> key) {
        return " from " + staging + " s join " + mapping.table() + " t on " + matches(key);
    }

    private String of(String table) {
        return chronicle.columns().stream().map(column -> table + "." + column).collect(joining(", "));
    }

    private static String matches(List<String> columns) {
        return matches("t", columns);
    }

    private static String matches(String table, List<String> columns) {
        return columns.stream()
                .map(column -> table + "." + column + " = s." + column)
                .collect(joining(" and "));
    }
}
