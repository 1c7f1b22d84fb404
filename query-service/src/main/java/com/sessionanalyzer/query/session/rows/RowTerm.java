package com.sessionanalyzer.query.session.rows;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One expression that rows are ordered by. */
sealed interface RowTerm {

    boolean descending();

    String sql();

    /** A parameter of this name as a value that the expression compares with. */
    String valueSql(String parameter);

    /** Where a row stands in this order; null when it has no value. */
    @Nullable
    String value(SessionRow row);

    /** Whether a row can stand there. */
    boolean isValue(@Nullable String text);

    default boolean isNullable() {
        return false;
    }

    /** Within an order that has no nulls left. */
    default String orderSql(boolean backward) {
        return sql() + (descending() == backward ? " asc" : " desc");
    }

    /** The comparison of what comes after a value, with that value. */
    default String afterSql(boolean backward) {
        return descending() == backward ? " > " : " < ";
    }

    /** Within any order. */
    default String orderWithNullsSql(boolean backward) {
        return orderSql(backward) + (isNullable() ? (backward ? " nulls first" : " nulls last") : "");
    }

    /** By what a column says. */
    record Column(SessionSort sort, boolean descending) implements RowTerm {

        static Column of(RowOrder.Key key) {
            return new Column(key.sort(), key.descending());
        }

        @Override
        public String sql() {
            return sort.sql();
        }

        @Override
        public String valueSql(String parameter) {
            return sort.valueSql(parameter);
        }

        @Override
        public @Nullable String value(SessionRow row) {
            return sort.value(row);
        }

        @Override
        public boolean isValue(@Nullable String text) {
            return sort.isValue(text);
        }

        @Override
        public boolean isNullable() {
            return sort.isNullable();
        }
    }

    /** By the hour of the upload, which changes nothing before the time of it, but is what the indexes know. */
    record Hour(boolean descending) implements RowTerm {

        @Override
        public String sql() {
            return "session_hour(uploaded_at)";
        }

        @Override
        public String valueSql(String parameter) {
            return "session_hour(cast(:" + parameter + " as timestamptz))";
        }

        @Override
        public String value(SessionRow row) {
            return row.uploadedAt().toString();
        }

        @Override
        public boolean isValue(@Nullable String text) {
            return SessionSort.UPLOADED_AT.isValue(text);
        }
    }

    /** By the id, which no two rows share. */
    record Id(boolean descending) implements RowTerm {

        @Override
        public String sql() {
            return "id";
        }

        @Override
        public String valueSql(String parameter) {
            return "cast(:" + parameter + " as uuid)";
        }

        @Override
        public String value(SessionRow row) {
            return row.id().toString();
        }

        @Override
        public boolean isValue(@Nullable String text) {
            try {
                return text != null && UUID.fromString(text).toString().equals(text);
            } catch (IllegalArgumentException other) {
                return false;
            }
        }
    }
}
