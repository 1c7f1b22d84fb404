package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads what is asked about two moments; the later one is now when it is not said. */
final class DifferenceQuestions {

    static final String FROM = "from_as_of";
    static final String TO = "to_as_of";

    private static final int PAGE_SIZE = 20;
    private static final int LARGEST_PAGE = 100;
    static final int LAST_PAGE = 1_000_000;

    private final Clock clock;

    DifferenceQuestions(Clock clock) {
        this.clock = clock;
    }

    /** What is asked; null when something is wrong with it, which is a fault. */
    Differences.@Nullable Question read(
            Parameters parameters, Faults faults, ZoneId zone, @Nullable String page, @Nullable String pageSize) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AsOf from = AsOf.read(FROM, parameters, faults, zone, now);
        AsOf to = parameters.first(TO).isEmpty() ? AsOf.now(now, zone) : AsOf.read(TO, parameters, faults, zone, now);
        if (parameters.first(FROM).isEmpty()) {
            faults.add(FROM, "must be said");
        }
        if (from == null || to == null) {
            return null;
        }
        if (from.at().isAfter(to.at())) {
            faults.add(FROM, "must not be after " + TO + ", which is " + to.at());
            return null;
        }
        SessionFilter filter = SessionFilter.read(parameters, faults, to.day(), Period.ALL);
        return new Differences.Question(
                from,
                to,
                filter,
                ApiParameters.number("page", page, 1, 1, LAST_PAGE),
                ApiParameters.number("page_size", pageSize, PAGE_SIZE, 1, LARGEST_PAGE));
    }
}
