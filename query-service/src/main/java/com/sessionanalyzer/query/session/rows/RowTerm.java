package com.sessionanalyzer.query.session.rows;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One expression that rows are ordered by; without a column it is the id, which no two rows share.
 *
 * @param sort null for the id
 */
record RowTerm(@Nullable SessionSort sort, boolean descending) {

    static RowTerm of(RowOrder.Key key) {
        return new RowTerm(key.sort(), key.descending());
    }

    static RowTerm id(boolean descending) {
        return new RowTerm(null, descending);
    }

    boolean isNullable() {
        return sort != null && sort.isNullable();
    }

    String sql() {
        return sort == null ? "id" : sort.sql();
    }

    String valueSql(String parameter) {
        return sort == null ? "cast(:" + parameter + " as uuid)" : sort.valueSql(parameter);
    }

    /** Within an order that has no nulls left. */
    String orderSql(boolean backward) {
        return sql() + (descending == backward ? " asc" : " desc");
    }

    /** Within any order. */
    String orderWithNullsSql(boolean backward) {
        return orderSql(backward) + (isNullable() ? (backward ? " nulls first" : " nulls last") : "");
    }

    @Nullable
    String value(SessionRow row) {
        return sort == null ? row.id().toString() : sort.value(row);
    }

    boolean isValue(@Nullable String text) {
        return sort == null ? text != null && isId(text) : sort.isValue(text);
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
