package com.sessionanalyzer.query.session.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.period.DateRange;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.period.RecentDays;
import com.sessionanalyzer.query.request.Fault;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

class SessionFilterTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private final Faults faults = new Faults();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "period=30d",
                "from=2026-01-01&to=2026-01-31",
                "region=APAC&region=EU",
                "period=7d&region=EU&source=FB%20Pages&destination=R%26D%20%2B%20Co&customer=acme.com",
                "highlight=any&highlight=error_gap",
                "has_time=true&minutes_min=5&minutes_max=30"
            })
    void comesBackAsTheAddressThatItWasReadFrom(String query) {
        assertThat(read(query).query()).isEqualTo(query);
        assertThat(faults.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "region=EU&region=APAC&region=EU, region=APAC&region=EU",
        "customer=https://www.ACME.com/, customer=acme.com",
        "region=&source=%20&period=&minutes_min=, ''",
        "period=all&region=EU, region=EU",
        "minutes_min=005, minutes_min=5"
    })
    void hasOneFormForWhatMeansTheSame(String query, String canonical) {
        assertThat(read(query).query()).isEqualTo(canonical);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrong() {
        SessionFilter filter =
                read("period=2d&highlight=urgent&has_time=yes&minutes_min=0&minutes_max=121&region=EU&region="
                        + "x".repeat(101));

        assertThat(filter.query()).isEqualTo("region=EU");
        assertThat(faults.all())
                .containsExactly(
                        new Fault("period", "must be one of 7d, 30d, 90d, 1y, all"),
                        new Fault("region", "must have at most 100 characters"),
                        new Fault(
                                "highlight",
                                "must be one of any, none, error_gap, error_wrong, feature_request, wrong_behaviour, other"),
                        new Fault("has_time", "must be one of true, false"),
                        new Fault("minutes_min", "must be in 1..120"),
                        new Fault("minutes_max", "must be in 1..120"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(faults::refuse)
                .satisfies(problem -> {
                    assertThat(problem.problem().properties()).containsEntry("parameter", "period");
                    assertThat(problem.problem().detail()).contains("has_time must be one of true, false.");
                });
    }

    @Test
    void refusesMinutesThatNoRecordCanHave() {
        assertThat(read("minutes_min=9&minutes_max=8").isEverything()).isTrue();
        assertThat(faults.all())
                .containsExactly(new Fault("minutes_min", "must not be more than minutes_max, which is 8"));
    }

    @Test
    void refusesTwoAnswersToOneQuestion() {
        read("has_time=true&has_time=false");

        assertThat(faults.all()).containsExactly(new Fault("has_time", "must be said once"));
    }

    @Test
    void takesAndGivesUpValues() {
        SessionFilter filter = SessionFilter.EVERYTHING
                .with(FilterField.REGION, "EU")
                .with(FilterField.REGION, "APAC")
                .with(FilterField.MINUTES_MIN, "5")
                .with(FilterField.MINUTES_MIN, "6");

        assertThat(filter.query()).isEqualTo("region=APAC&region=EU&minutes_min=6");
        assertThat(filter.only(FilterField.REGION, "US").query()).isEqualTo("region=US&minutes_min=6");
        assertThat(filter.without(FilterField.REGION, "EU").query()).isEqualTo("region=APAC&minutes_min=6");
        assertThat(filter.without(FilterField.REGION).query()).isEqualTo("minutes_min=6");
        assertThat(filter.has(FilterField.REGION, "EU")).isTrue();
        assertThat(filter.in(RecentDays.WEEK).link("/insights"))
                .isEqualTo("/insights?period=7d&region=APAC&region=EU&minutes_min=6");
        assertThat(filter.queryWithPeriod()).startsWith("period=all&");
        assertThat(SessionFilter.EVERYTHING.link("/insights")).isEqualTo("/insights");
    }

    @Test
    void showsAChipForEachValueWithTheFilterThatIsLeftWithoutIt() {
        SessionFilter filter = read("from=2026-01-01&to=2026-01-31&region=EU&highlight=error_gap&has_time=false");

        assertThat(filter.chips())
                .extracting(
                        FilterChip::label,
                        FilterChip::valueLabel,
                        chip -> chip.without().query())
                .containsExactly(
                        tuple("Period", "2026-01-01 to 2026-01-31", "region=EU&highlight=error_gap&has_time=false"),
                        tuple("Region", "EU", "from=2026-01-01&to=2026-01-31&highlight=error_gap&has_time=false"),
                        tuple(
                                "Highlight",
                                "Error Message Gap",
                                "from=2026-01-01&to=2026-01-31&region=EU&has_time=false"),
                        tuple("Has time", "No", "from=2026-01-01&to=2026-01-31&region=EU&highlight=error_gap"));
    }

    @Test
    void keepsTheDatesOfAPeriod() {
        assertThat(read("from=2026-01-01&to=2026-01-31").period())
                .isEqualTo(new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)));
    }

    private SessionFilter read(String query) {
        return SessionFilter.read(parameters(query), faults, TODAY, Period.ALL);
    }

    private static Parameters parameters(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        UriComponentsBuilder.fromUriString("/?" + query)
                .build()
                .getQueryParams()
                .forEach((name, texts) -> values.put(name, decoded(texts)));
        return new Parameters(values);
    }

    private static List<String> decoded(List<String> texts) {
        return texts.stream()
                .map(text -> text == null ? "" : UriUtils.decode(text, StandardCharsets.UTF_8))
                .toList();
    }
}
