package com.sessionanalyzer.standalone.verify;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class InsightsComparisonTests {

    private static final String RIGHT = """
            {"total_records": 3, "total_customers": 2, "total_sessions_reviewed": 6,
             "sessions_with_time_consumed": 2, "total_time_consumed_minutes": 50, "total_time_consumed_hours": 0.830,
             "time_consumed_distribution": {"20": 1, "30": 1},
             "region_distribution": {"EU": 2, "US": 1}, "regions_covered": 2, "customers_by_region": {"EU": 1, "US": 1},
             "source_distribution": {"MySQL": 3}, "sources_covered": 1, "customers_by_source": {"MySQL": 2},
             "destination_distribution": {"BigQuery": 3}, "destinations_covered": 1, "customers_by_destination": {"BigQuery": 2},
             "routes": [{"source": "MySQL", "destination": "BigQuery", "records": 3}],
             "duplicate_customers": [{"customer": "ACME.com", "occurrences": 2}], "duplicate_customers_count": 1,
             "combinations": [{"customer": "ACME.com", "source": "MySQL", "destination": "BigQuery", "count": 2},
                              {"customer": "zeta.com", "source": "MySQL", "destination": "BigQuery", "count": 1}],
             "combinations_count": 2,
             "uploads_by_date": [{"date": "2026-03-14", "count": 2}, {"date": "2026-03-15", "count": 1}],
             "daily_time_consumed": [{"date": "2026-03-14", "total_minutes": 50, "session_count": 2, "hours": 0.83}]}
            """;

    private static final List<SessionRecord> RECORDS = List.of(
            aSession()
                    .customer("acme.com")
                    .createdAt("2026-03-14T12:00:01Z")
                    .sessions(1)
                    .minutes(20)
                    .build(),
            aSession()
                    .customer("ACME.com")
                    .createdAt("2026-03-14T12:00:00Z")
                    .sessions(2)
                    .minutes(30)
                    .build(),
            aSession()
                    .customer("zeta.com")
                    .region("US")
                    .uploadedAt("2026-03-15T12:00:00Z")
                    .untimed()
                    .build());

    @Test
    void findsNothingWhenAllIsEqual() {
        assertThat(differences(RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "total_records": 3      | "total_records": 4       | total_records: the log says 3, found 4
                    "total_customers": 2    | "total_customer": 2      | total_customers: the log says 2, found nothing
                    0.830                   | 0.84                     | total_time_consumed_hours: the log says 0.83, found 0.84
                    "EU": 2                 | "EU": 1                  | region_distribution EU: the log says 2, found 1
                    "US": 1}, "regions      | "UK": 1}, "regions       | region_distribution UK: the log says nothing, found 1
                    {"20": 1, "30": 1}      | {"20": 1}                | time_consumed_distribution 30: the log says 1, found nothing
                    "customers_by_source": {"MySQL": 2} | "customers_by_source": {"MySQL": 3} | customers_by_source MySQL: the log says 2, found 3
                    "records": 3            | "records": 2             | routes {destination=BigQuery, records=2, source=MySQL}: the log says nothing, found 1
                    "occurrences": 2        | "occurrences": 3         | duplicate_customers {customer=ACME.com, occurrences=2}: the log says 1, found nothing
                    "date": "2026-03-15"    | "date": "2026-03-16"     | uploads_by_date {count=1, date=2026-03-15}: the log says 1, found nothing
                    "total_minutes": 50, "s | "total_minutes": 51, "s  | daily_time_consumed {date=2026-03-14, hours=0.83, session_count=2, total_minutes=50}: the log says 1, found nothing
                    """)
    void findsWhatIsWrong(String right, String wrong, String sentence) {
        String answer = RIGHT.replace(right, wrong);

        assertThat(answer).isNotEqualTo(RIGHT);
        assertThat(differences(answer)).contains(sentence);
    }

    @Test
    void findsAnEmptyAnswer() {
        assertThat(differences("{}")).hasSize(23);
    }

    private static List<String> differences(String answer) {
        ExpectedInsights expected = new ExpectedInsights();
        RECORDS.forEach(expected::add);
        Differences differences = new Differences();
        new JsonComparison(differences)
                .compare(expected.values(), JsonMapper.builder().build().readTree(answer));
        return differences.sentences();
    }
}
