package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.query.session.rows.SessionSort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the records table that rows can be ordered by.
 *
 * @param direction {@code ascending}, {@code descending}, or null when rows are ordered by another column
 * @param link      the address that orders by this column, the other way round when they are already
 */
record ReportColumn(
        String code,
        String label,
        boolean numeric,
        @Nullable String direction,
        String link) {

    static List<ReportColumn> all(ReportAddress address) {
        return List.of(
                of(SessionSort.CUSTOMER, "Customer", false, address),
                of(SessionSort.REGION, "Region", false, address),
                of(SessionSort.SESSIONS, "Sessions", true, address),
                of(SessionSort.SOURCE, "Source", false, address),
                of(SessionSort.DESTINATION, "Destination", false, address),
                of(SessionSort.TIME_CONSUMED, "Time", true, address),
                of(SessionSort.UPLOADED_AT, "Uploaded at", false, address));
    }

    private static ReportColumn of(SessionSort sort, String label, boolean numeric, ReportAddress address) {
        SessionQuery query = address.query();
        if (query.sort() != sort) {
            boolean descending = numeric || ReportAddress.isNewestFirst(sort);
            return new ReportColumn(
                    sort.code(),
                    label,
                    numeric,
                    null,
                    address.sortedBy(sort, descending).rows());
        }
        return new ReportColumn(
                sort.code(),
                label,
                numeric,
                query.descending() ? "descending" : "ascending",
                address.sortedBy(sort, !query.descending()).rows());
    }
}
