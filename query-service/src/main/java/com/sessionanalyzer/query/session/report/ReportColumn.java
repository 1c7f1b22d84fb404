package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.query.session.rows.RowColumn;
import com.sessionanalyzer.query.session.rows.RowOrder;
import com.sessionanalyzer.query.session.rows.SessionSort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the records table.
 *
 * @param direction {@code ascending}, {@code descending}, or null when rows are ordered by other columns
 * @param rank      which column of the order it is, from 1; 0 when it is none
 * @param link      the address that orders by this column, the other way round when they are already; null when no order can
 */
record ReportColumn(
        String code,
        String label,
        boolean numeric,
        @Nullable String direction,
        int rank,
        @Nullable String link) {

    static List<ReportColumn> all(ReportRequest request) {
        return request.columns().stream().map(column -> of(column, request)).toList();
    }

    private static ReportColumn of(RowColumn column, ReportRequest request) {
        SessionSort sort = column.sort();
        if (sort == null) {
            return new ReportColumn(column.code(), column.label(), column.isNumeric(), null, 0, null);
        }
        List<RowOrder.Key> keys = request.query().order().keys();
        RowOrder.Key key =
                keys.stream().filter(one -> one.sort() == sort).findFirst().orElse(null);
        boolean descending = key == null ? column.isNumeric() || sort.isNewestFirst() : !key.descending();
        return new ReportColumn(
                column.code(),
                column.label(),
                column.isNumeric(),
                key == null ? null : (key.descending() ? "descending" : "ascending"),
                key == null ? 0 : keys.indexOf(key) + 1,
                request.linkOrderedBy(RowOrder.of(sort, descending)));
    }
}
