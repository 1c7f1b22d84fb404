package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;

/** Reads which moment a page is asked about. */
public final class AsOfForms {

    private final PastReading past;
    private final Clock clock;

    AsOfForms(PastReading past, Clock clock) {
        this.past = past;
        this.clock = clock;
    }

    public AsOfForm read(Organization organization, HttpServletRequest request, String path) {
        Faults faults = new Faults();
        Parameters parameters = Parameters.of(request);
        AsOf asOf = AsOf.read(parameters, faults, organization.zone(), clock.instant());
        AsOf moment = asOf == null ? AsOf.now(clock.instant(), organization.zone()) : asOf;
        SessionFilter filter = SessionFilter.read(parameters, new Faults(), moment.day(), Period.ALL);
        return new AsOfForm(
                path, asOf, moment, filter, faults.all(), past.since().orElse(null));
    }
}
