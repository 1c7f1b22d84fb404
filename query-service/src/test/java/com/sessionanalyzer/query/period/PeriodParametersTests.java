package com.sessionanalyzer.query.period;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.request.Fault;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodParametersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private final Faults faults = new Faults();

    @ParameterizedTest
    @CsvSource({
        "'', Last 30 days",
        "period=7d, Last 7 days",
        "period=1y, Last 365 days",
        "period=all, Everything",
        "period= , Last 30 days",
        "from=2026-01-01&to=2026-01-31, 2026-01-01 to 2026-01-31",
        "from=2026-01-01&to=2026-01-01, 2026-01-01",
        "from=2026-11-01, 2026-11-01 to 2026-11-29",
        "period=7d&from=2026-01-01&to=2026-01-31, 2026-01-01 to 2026-01-31",
        "from=2024-11-29&to=2026-11-29, 2024-11-29 to 2026-11-29"
    })
    void readsWhatIsSaid(String address, String label) {
        Period period = reading(address).period(TODAY, RecentDays.MONTH);

        assertThat(period.label()).isEqualTo(label);
        assertThat(faults.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period=31d | period must be one of 7d, 30d, 90d, 1y, all.",
                "period=ALL | period must be one of 7d, 30d, 90d, 1y, all.",
                "to=2026-01-31 | to must come with from.",
                "from=2026-02-01&to=2026-01-31 | from must not be after to, which is 2026-01-31.",
                "from=2026-12-01 | from must not be after to, which is 2026-11-29.",
                "from=2024-11-28&to=2026-11-29 | from must be at most 731 days before the end of to, which is 2026-11-29.",
                "from=2026-02-30&to=2026-03-01 | from must be a date such as 2026-01-31.",
                "from=yesterday | from must be a date such as 2026-01-31.",
                "from=+999999999-01-01 | from must be a date such as 2026-01-31."
            })
    void namesWhatIsWrongAndGoesOnAsIfItHadNotBeenSaid(String address, String sentence) {
        Period period = reading(address).period(TODAY, RecentDays.MONTH);

        assertThat(period).isEqualTo(RecentDays.MONTH);
        assertThat(faults.all()).extracting(Fault::sentence).contains(sentence);
    }

    @Test
    void readsGrainAndComparison() {
        PeriodParameters reading = reading("grain=week&compare=year");

        assertThat(reading.grain()).isEqualTo(Grain.WEEK);
        assertThat(reading.comparison(RecentDays.WEEK)).isEqualTo(Comparison.YEAR);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void refusesOtherGrainsAndComparisons() {
        PeriodParameters reading = reading("grain=hour&compare=before");

        assertThat(reading.grain()).isNull();
        assertThat(reading.comparison(RecentDays.WEEK)).isNull();
        assertThat(faults.all())
                .containsExactly(
                        new Fault("grain", "must be one of day, week, month"),
                        new Fault("compare", "must be one of previous, year"));
    }

    @Test
    void comparesNothingWithWhatIsBeforeEverything() {
        assertThat(reading("compare=previous").comparison(Period.ALL)).isNull();
        assertThat(faults.all()).extracting(Fault::parameter).containsExactly("compare");
    }

    @Test
    void ofDatesHasTheGrainThatSuitsTheirLength() {
        assertThat(grain(31)).isEqualTo(Grain.DAY);
        assertThat(grain(32)).isEqualTo(Grain.WEEK);
        assertThat(grain(92)).isEqualTo(Grain.WEEK);
        assertThat(grain(93)).isEqualTo(Grain.MONTH);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:30:00+01:00[Europe/Vienna], 2026-03-29", // 23 hours long
        "2026-10-25T23:30:00+01:00[Europe/Vienna], 2026-10-25", // 25 hours long
        "2026-11-28T18:30:02Z[UTC], 2026-11-29" // two seconds after midnight in Kolkata
    })
    void daysAreThoseOfTheTimeZone(String now, LocalDate today) {
        ZonedDateTime time = ZonedDateTime.parse(now);
        ZoneId zone = time.getZone().getId().equals("UTC") ? ZoneId.of("Asia/Kolkata") : time.getZone();

        Window window = RecentDays.WEEK.window(LocalDate.ofInstant(time.toInstant(), zone));

        assertThat(window.last()).isEqualTo(today);
        assertThat(window.buckets(Grain.DAY)).hasSize(7);
    }

    private static Grain grain(int days) {
        Period period = new DateRange(TODAY, TODAY.plusDays(days - 1L));
        return period.grain(period.window(TODAY));
    }

    private PeriodParameters reading(@Nullable String address) {
        Map<String, List<String>> values = Arrays.stream((address == null ? "" : address).split("&"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.groupingBy(
                        part -> part.substring(0, part.indexOf('=')),
                        Collectors.mapping(part -> part.substring(part.indexOf('=') + 1), Collectors.toList())));
        return new PeriodParameters(new Parameters(values), faults);
    }
}
