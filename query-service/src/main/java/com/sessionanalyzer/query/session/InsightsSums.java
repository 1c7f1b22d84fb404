package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.schema.session.SessionCube.CUSTOMERS;
import static com.sessionanalyzer.schema.session.SessionCube.DESTINATION;
import static com.sessionanalyzer.schema.session.SessionCube.MINUTES;
import static com.sessionanalyzer.schema.session.SessionCube.RECORDS;
import static com.sessionanalyzer.schema.session.SessionCube.REGION;
import static com.sessionanalyzer.schema.session.SessionCube.REPEAT_CUSTOMERS;
import static com.sessionanalyzer.schema.session.SessionCube.SESSIONS;
import static com.sessionanalyzer.schema.session.SessionCube.SOURCE;
import static com.sessionanalyzer.schema.session.SessionCube.TIMED_RECORDS;
import static com.sessionanalyzer.schema.session.SessionCube.customersBy;

import com.sessionanalyzer.query.cube.CellSums;
import com.sessionanalyzer.query.cube.Edition;
import com.sessionanalyzer.query.session.Insights.DailyTime;
import com.sessionanalyzer.query.session.Insights.Route;
import com.sessionanalyzer.query.session.Insights.UploadsOnDate;
import com.sessionanalyzer.schema.OrganizationId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Works out every number of an organization from its part of the cube. */
final class InsightsSums {

    private final SessionPart part;
    private final CellSums cells;
    private final int listLimit;

    private InsightsSums(SessionPart part, int listLimit) {
        this.part = part;
        this.cells = part.cells().sums();
        this.listLimit = listLimit;
    }

    /**
     * The numbers of an organization.
     *
     * @param listLimit how many duplicates and combinations are wanted; 0 for all
     */
    static Insights of(OrganizationId organization, Edition<SessionPart> edition, int listLimit) {
        return new InsightsSums(edition.part(), listLimit).insights(organization, edition);
    }

    private Insights insights(OrganizationId organization, Edition<SessionPart> edition) {
        Map<String, Long> regions = cells.by(REGION, RECORDS);
        Map<String, Long> sources = cells.by(SOURCE, RECORDS);
        Map<String, Long> destinations = cells.by(DESTINATION, RECORDS);
        SortedMap<LocalDate, long[]> days = cells.byDay();
        CustomerRanks ranks = part.customers().ranks();
        long minutes = cells.total(MINUTES);
        return new Insights(
                organization.value(),
                edition.version(),
                edition.position(),
                edition.asOf(),
                cells.total(SESSIONS),
                part.tallies().total(CUSTOMERS),
                cells.total(RECORDS),
                ranks.duplicates(listLimit),
                part.tallies().total(REPEAT_CUSTOMERS),
                regions,
                sources,
                destinations,
                regions.size(),
                sources.size(),
                destinations.size(),
                part.tallies().by(customersBy(REGION)),
                part.tallies().by(customersBy(SOURCE)),
                part.tallies().by(customersBy(DESTINATION)),
                ranks.combinations(listLimit),
                ranks.combinationsCount(),
                routes(),
                uploads(days),
                cells.total(TIMED_RECORDS),
                cells.histogram(),
                dailyTime(days),
                minutes,
                hours(minutes));
    }

    private List<Route> routes() {
        return cells.by(SessionPart.ROUTES, RECORDS).entrySet().stream()
                .map(pair -> new Route(pair.getKey().first(), pair.getKey().second(), pair.getValue()))
                .toList();
    }

    private static List<UploadsOnDate> uploads(SortedMap<LocalDate, long[]> days) {
        return days.entrySet().stream()
                .map(day -> new UploadsOnDate(day.getKey(), day.getValue()[RECORDS]))
                .toList();
    }

    private static List<DailyTime> dailyTime(SortedMap<LocalDate, long[]> days) {
        return days.entrySet().stream()
                .filter(day -> day.getValue()[TIMED_RECORDS] > 0)
                .map(day -> dailyTime(day.getKey(), day.getValue()))
                .toList();
    }

    private static DailyTime dailyTime(LocalDate day, long[] measures) {
        return new DailyTime(day, measures[MINUTES], measures[TIMED_RECORDS], hours(measures[MINUTES]));
    }

    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }
}
