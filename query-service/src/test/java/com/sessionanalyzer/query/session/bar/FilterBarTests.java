package com.sessionanalyzer.query.session.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sessionanalyzer.query.session.FixedInsights;
import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.security.Organization;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class FilterBarTests {

    private static final Organization ACME =
            new Organization(new OrganizationId("acme"), "Acme", ZoneId.of("Europe/Prague"));
    private static final Clock LATE = Clock.fixed(Instant.parse("2026-11-28T23:30:00Z"), ZoneId.of("UTC"));

    private final InsightsReader insights = new FixedInsights();

    @Test
    void asksForNothingWhenTheAddressSaysNothing() {
        FilterBar bar = bar("");

        assertThat(bar.isUsed()).isFalse();
        assertThat(bar.chips()).isEmpty();
        assertThat(bar.reset()).isEqualTo("/insights");
    }

    @Test
    void takesEachChoiceAwayAndKeepsTheOthers() {
        FilterBar bar = bar("region=EU&region=US&period=30d&compare=previous&grain=week");

        assertThat(bar.chips())
                .extracting(Chip::label, Chip::value, Chip::without)
                .contains(
                        tuple("Region", "EU", "/insights?period=30d&region=US&compare=previous&grain=week"),
                        tuple(
                                "Compared with",
                                "the days before",
                                "/insights?period=30d&region=EU&region=US&grain=week"));
    }

    @Test
    void dropsTheComparisonWithThePeriod() {
        FilterBar bar = bar("region=EU&period=30d&compare=previous");

        assertThat(bar.chips().get(0).without()).isEqualTo("/insights?region=EU");
    }

    @Test
    void filtersByAValueAndTakesItBack() {
        assertThat(bar("region=US").toggled("REGION", "EU")).isEqualTo("/insights?region=EU");
        assertThat(bar("region=EU&source=FB%20Pages").toggled("REGION", "EU")).isEqualTo("/insights?source=FB%20Pages");
        assertThat(bar("source=MySQL").records("REGION", "A&B")).isEqualTo("/reports?region=A%26B&source=MySQL");
    }

    @Test
    void offersTheValuesThatRecordsHaveBehindTheChosenOnes() {
        ChoiceField regions = bar("region=Atlantis").fields().get(0);

        assertThat(regions.options()).extracting(Option::value).startsWith("Atlantis", "EU", "US");
        assertThat(regions.chosen()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongAndLeavesItOut() {
        FilterBar bar = bar("period=yesterday&region=EU");

        assertThat(bar.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).startsWith("period must be one of 7d, 30d"));
        assertThat(bar.chips()).singleElement().extracting(Chip::value).isEqualTo("EU");
    }

    @Test
    void leadsToADayARouteAndMinutes() {
        Links links = bar("region=EU&period=30d&compare=year").links();
        LocalDate day = LocalDate.of(2026, 11, 20);

        assertThat(links.days(day, day)).isEqualTo("/insights?from=2026-11-20&to=2026-11-20&region=EU&compare=year");
        assertThat(links.recordsOf(day, day)).isEqualTo("/reports?from=2026-11-20&to=2026-11-20&region=EU");
        assertThat(links.recordsOfRoute("A", "B")).isEqualTo("/reports?period=30d&region=EU&source=A&destination=B");
        assertThat(links.recordsOfMinutes(25)).isEqualTo("/reports?period=30d&region=EU&minutes_min=25&minutes_max=25");
        assertThat(links.recordsOfCustomer(" ACME.com ")).isEqualTo("/reports?period=30d&region=EU&customer=acme.com");
    }

    @Test
    void takesARouteOrMinutesBackWhenTheyAreAskedFor() {
        Links links =
                bar("source=A&destination=B&minutes_min=25&minutes_max=25").links();

        assertThat(links.route("A", "B")).isEqualTo("/insights?minutes_min=25&minutes_max=25");
        assertThat(links.minutes(25)).isEqualTo("/insights?source=A&destination=B");
        assertThat(links.meansRoute("A", "B")).isTrue();
        assertThat(links.meansRoute("A", "C")).isFalse();
        assertThat(links.meansMinutes(26)).isFalse();
    }

    @Test
    void staysAtTheMomentOfThePage() {
        FilterBar bar = bar("as_of=2026-11-01&region=EU", "as_of");

        assertThat(bar.toggled("SOURCE", "A")).isEqualTo("/insights?region=EU&source=A&as_of=2026-11-01");
        assertThat(bar.records()).isEqualTo("/reports?region=EU&as_of=2026-11-01");
        assertThat(bar("region=EU").asOf("")).isEqualTo("/insights?region=EU&as_of=");
    }

    @Test
    void knowsTheDayOfTheOrganization() {
        assertThat(new FilterBars(insights, LATE).today(ACME)).isEqualTo(LocalDate.of(2026, 11, 29));
    }

    private FilterBar bar(String query, String... kept) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/insights");
        request.setQueryString(query);
        for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] pair = part.split("=", 2);
            request.addParameter(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return new FilterBars(insights, LATE).of(request, ACME, kept);
    }
}
