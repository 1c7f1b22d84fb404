package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.session.OneSnapshot;
import com.sessionanalyzer.query.session.asof.AsOf;
import com.sessionanalyzer.query.session.asof.PastInsights;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.insights.PastFilteredInsights;
import com.sessionanalyzer.query.session.insights.PastQueries;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.function.Function;

/** What the pages of numbers ask about a moment that is past; records that come in meanwhile change nothing about it. */
record PastAnswers(PastInsights everything, PastFilteredInsights filtered, PastQueries queries) {

    InsightAnswers at(AsOf asOf) {
        return new InsightAnswers(
                (organization, after, limit) ->
                        everything.read(organization, asOf, SessionFilter.EVERYTHING, after, limit),
                (organization, asked, after, limit) -> filtered.read(organization, asOf, asked, after, limit),
                (organization, query, after) -> queries.read(organization, query, asOf, after),
                new Unchanging());
    }

    /** The past is one snapshot by itself, once what is asked for is there. */
    private static final class Unchanging implements OneSnapshot {

        @Override
        public <R> R hold(OrganizationId organization, Position after, Function<Position, R> questions) {
            return questions.apply(after);
        }
    }
}
