package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.query.session.insights.Asked;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.query.session.rows.RowNumbers;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.query.session.rows.SessionRows;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;

/**
 * What the listed records add up to: everything and what is filtered from memory, what is searched from the rows, for memory
 * does not know their texts.
 */
record ReportNumbers(InsightsReader everything, FilteredInsightsReader filtered, SessionRows rows) {

    RowNumbers of(OrganizationId organization, SessionQuery query, Position after) {
        if (!query.search().isEmpty()) {
            return rows.numbers(organization, query, after);
        }
        return RowNumbers.of(
                query.isEverything()
                        ? everything.read(organization, after, 1)
                        : filtered.read(organization, new Asked(query.filter(), query.today(), null, null), after, 1)
                                .insights());
    }
}
