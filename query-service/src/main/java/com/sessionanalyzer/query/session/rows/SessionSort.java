package com.sessionanalyzer.query.session.rows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rows are ordered by; ties are broken by upload time and id, newest first. */
public enum SessionSort {
    UPLOADED_AT("uploaded_at", "cast(:value as timestamptz)"),
    CUSTOMER("customer_key", "cast(:value as text)"),
    REGION("lower(region)", "lower(cast(:value as text))"),
    SESSIONS("sessions", "cast(:value as integer)"),
    SOURCE("lower(source)", "lower(cast(:value as text))"),
    DESTINATION("lower(destination)", "lower(cast(:value as text))"),
    TIME_CONSUMED("minutes", "cast(:value as integer)");

    private static final String MINUTES = "minutes";

    private final String sql;
    private final String valueSql;

    SessionSort(String sql, String valueSql) {
        this.sql = sql;
        this.valueSql = valueSql;
    }

    /** The name on the wire, as in {@code uploaded_at}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this name, or of {@code minutes}, as the filters call the time consumed. */
    public static Optional<SessionSort> of(String code) {
        return code.equals(MINUTES)
                ? Optional.of(TIME_CONSUMED)
                : Arrays.stream(values())
                        .filter(sort -> sort.code().equals(code))
                        .findFirst();
    }

    /** All names, for a sentence. */
    static String codes() {
        return Arrays.stream(values()).map(SessionSort::code).collect(Collectors.joining(", "));
    }

    /** Whether people look at it from its end. */
    public boolean isNewestFirst() {
        return this == UPLOADED_AT;
    }

    boolean isNullable() {
        return this == TIME_CONSUMED;
    }

    String sql() {
        return sql;
    }

    /** A parameter of this name as a value that the column compares with. */
    String valueSql(String parameter) {
        return valueSql.replace(":value", ":" + parameter);
    }

    /** Where a row stands in this order; null when it has no value. */
    @Nullable
    String value(SessionRow row) {
        return switch (this) {
            case UPLOADED_AT -> row.uploadedAt().toString();
            case CUSTOMER -> row.customerKey();
            case REGION -> row.region();
            case SESSIONS -> Integer.toString(row.sessions());
            case SOURCE -> row.source();
            case DESTINATION -> row.destination();
            case TIME_CONSUMED -> row.minutes() == null ? null : row.minutes().toString();
        };
    }

    /** Whether a row can stand here. */
    boolean isValue(@Nullable String text) {
        if (text == null) {
            return isNullable();
        }
        try {
            return switch (this) {
                case UPLOADED_AT -> Instant.parse(text).toString().equals(text);
                case SESSIONS, TIME_CONSUMED -> Integer.parseInt(text) >= 0;
                case CUSTOMER, REGION, SOURCE, DESTINATION -> text.indexOf('\0') < 0;
            };
        } catch (DateTimeException | NumberFormatException other) {
            return false;
        }
    }
}
