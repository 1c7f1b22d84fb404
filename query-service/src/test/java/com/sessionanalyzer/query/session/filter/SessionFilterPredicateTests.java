package com.sessionanalyzer.query.session.filter;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.period.DateRange;
import com.sessionanalyzer.query.period.RecentDays;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFilterPredicateTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final SessionRecord RECORD = aSession()
            .customer("ACME.com")
            .region("EU")
            .source("MySQL")
            .destination("BigQuery")
            .minutes(15)
            .highlight(HighlightType.ERROR_GAP, null, null)
            .localDay("2026-03-14")
            .build();

    @ParameterizedTest
    @CsvSource({
        "REGION, EU, true",
        "REGION, eu, false",
        "SOURCE, MySQL, true",
        "SOURCE, BigQuery, false",
        "DESTINATION, BigQuery, true",
        "CUSTOMER, acme.com, true",
        "CUSTOMER, acme.co, false",
        "HIGHLIGHT, any, true",
        "HIGHLIGHT, error_gap, true",
        "HIGHLIGHT, error_wrong, false",
        "HIGHLIGHT, none, false",
        "HAS_TIME, true, true",
        "HAS_TIME, false, false",
        "MINUTES_MIN, 15, true",
        "MINUTES_MIN, 16, false",
        "MINUTES_MAX, 15, true",
        "MINUTES_MAX, 14, false"
    })
    void comparesEachFieldExactly(FilterField field, String value, boolean meant) {
        assertThat(SessionFilter.EVERYTHING.with(field, value).on(TODAY).test(RECORD))
                .isEqualTo(meant);
    }

    @Test
    void takesAnyValueOfOneFieldAndNeedsAllFields() {
        SessionFilter either = SessionFilter.EVERYTHING
                .with(FilterField.REGION, "APAC")
                .with(FilterField.REGION, "EU")
                .with(FilterField.HIGHLIGHT, "none")
                .with(FilterField.HIGHLIGHT, "error_gap");

        assertThat(either.on(TODAY).test(RECORD)).isTrue();
        assertThat(either.with(FilterField.SOURCE, "Kafka").on(TODAY).test(RECORD))
                .isFalse();
    }

    @Test
    void whoAsksForMinutesMeansRecordsThatHaveThem() {
        SessionRecord untimed = aSession().untimed().build();

        assertThat(SessionFilter.EVERYTHING
                        .with(FilterField.MINUTES_MAX, "120")
                        .on(TODAY)
                        .test(untimed))
                .isFalse();
        assertThat(SessionFilter.EVERYTHING
                        .with(FilterField.HAS_TIME, "false")
                        .on(TODAY)
                        .test(untimed))
                .isTrue();
        assertThat(SessionFilter.EVERYTHING
                        .with(FilterField.HIGHLIGHT, "none")
                        .on(TODAY)
                        .test(untimed))
                .isTrue();
    }

    @Test
    void meansTheLocalDaysOfThePeriod() {
        assertThat(SessionFilter.EVERYTHING.in(RecentDays.WEEK).on(TODAY).test(RECORD))
                .isTrue();
        assertThat(SessionFilter.EVERYTHING
                        .in(RecentDays.WEEK)
                        .on(TODAY.plusDays(1))
                        .test(RECORD))
                .isFalse();
        assertThat(SessionFilter.EVERYTHING
                        .in(new DateRange(LocalDate.of(2026, 3, 14), LocalDate.of(2026, 3, 14)))
                        .on(TODAY)
                        .test(RECORD))
                .isTrue();
    }
}
