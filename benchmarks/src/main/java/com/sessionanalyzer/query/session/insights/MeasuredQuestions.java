package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.SessionSnapshots;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;

/** Asks what {@code GET /api/insights/query} asks, without HTTP. */
@NullMarked
public final class MeasuredQuestions {

    private final QueryReader reader;
    private final OrganizationId organization;
    private final LocalDate today;

    public MeasuredQuestions(SessionSnapshots snapshots, OrganizationId organization, LocalDate today) {
        this.reader = new QueryReader(snapshots);
        this.organization = organization;
        this.today = today;
    }

    /** The answer, with the parameters read from what an address says. */
    public QueryAnswer ask(Parameters parameters) {
        Faults faults = new Faults();
        InsightsQuery query = new QueryParameters(parameters, faults).read(today);
        faults.refuse();
        return reader.read(organization, query, Position.BEGINNING);
    }
}
