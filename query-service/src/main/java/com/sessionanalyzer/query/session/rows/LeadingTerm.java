package com.sessionanalyzer.query.session.rows;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first term of an order, for a stretch that has rows of many of its values. An index that reads the values in one
 * direction and the rows of each in the other does not exist, so the values are looked up one after the other.
 *
 * @param within the order of the rows that share a value
 */
record LeadingTerm(RowTerm term, boolean backward, String within) {

    private static final String VALUE = "leading";

    String sql() {
        return term.sql();
    }

    /** The order in which its values come. */
    String orderSql() {
        return term.orderSql(backward);
    }

    /** The rows of a stretch that have this value. */
    RowStretch of(RowStretch stretch, String value) {
        return part(stretch, " = ", value, within, null);
    }

    /** The rows of a stretch that come after those with this value. */
    RowStretch after(RowStretch stretch, String value) {
        return part(stretch, term.afterSql(backward), value, stretch.order(), this);
    }

    private RowStretch part(
            RowStretch stretch, String sign, String value, String order, @Nullable LeadingTerm leading) {
        Map<String, Object> parameters = new HashMap<>(stretch.parameters());
        parameters.put(VALUE, value);
        return new RowStretch(
                stretch.condition() + " and " + term.sql() + sign + term.valueSql(VALUE), order, parameters, leading);
    }
}
