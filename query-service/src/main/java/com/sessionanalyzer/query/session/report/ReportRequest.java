package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.query.request.Fault;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.rows.RowAddress;
import com.sessionanalyzer.query.session.rows.RowColumn;
import com.sessionanalyzer.query.session.rows.RowOrder;
import com.sessionanalyzer.query.session.rows.RowParameters;
import com.sessionanalyzer.query.session.rows.RowPlace;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reports page is asked for; what is asked for wrongly is as if it had not been said, and is told.
 *
 * @param faults what was wrong
 */
record ReportRequest(SessionQuery query, List<RowColumn> columns, List<Fault> faults) {

    /** The columns when nobody chooses. */
    static final List<RowColumn> USUAL = List.of(
            RowColumn.ID,
            RowColumn.CUSTOMER,
            RowColumn.REGION,
            RowColumn.SESSIONS,
            RowColumn.SOURCE,
            RowColumn.DESTINATION,
            RowColumn.TIME_CONSUMED,
            RowColumn.UPLOADED_AT,
            RowColumn.HIGHLIGHT_TYPE);

    static ReportRequest of(Parameters parameters, LocalDate today) {
        Faults faults = new Faults();
        RowParameters reader = RowParameters.ofPage(parameters, faults);
        return new ReportRequest(reader.query(today), reader.columns(USUAL), faults.all());
    }

    ReportRequest asking(SessionQuery other) {
        return new ReportRequest(other, columns, faults);
    }

    /** Asks for these rows again. */
    RowAddress address() {
        return new RowAddress(query, columns.equals(USUAL) ? List.of() : columns);
    }

    /** The page after or before this place; null when there is none. */
    @Nullable
    String link(@Nullable RowPlace place, int page) {
        return place == null
                ? null
                : asking(query.at(place, Math.max(1, page))).address().at("/reports");
    }

    String linkOrderedBy(RowOrder order) {
        return asking(query.orderedBy(order)).address().at("/reports");
    }
}
