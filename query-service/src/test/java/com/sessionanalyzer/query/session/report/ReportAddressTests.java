package com.sessionanalyzer.query.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.request.Parameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

class ReportAddressTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/reports | /reports",
                "/reports?page=3&page_size=50 | /reports?page=3&page_size=50",
                "/reports?sort=customer&order=asc | /reports?sort=customer&order=asc",
                "/reports?sort=customer | /reports?sort=customer&order=asc",
                "/reports?sort=uploaded_at&order=desc | /reports",
                "/reports?sort=%2Bregion&sort=-minutes | /reports?sort=region,-time_consumed",
                "/reports?sort=region,-time_consumed | /reports?sort=region,-time_consumed",
                "/reports?q=a%26b%20c | /reports?q=a%26b%20c",
                "/reports?region=EU&columns=customer,region | /reports?region=EU&columns=customer,region",
                "/reports?columns=region&columns=id | /reports?columns=region,id",
                "/reports?page=0&page_size=1000 | /reports",
                "/reports?region=EU&cursor=nowhere&highlight=blue | /reports?region=EU",
                "/reports?page=x&page_size=&sort=; drop | /reports"
            })
    void keepsWhatWasAskedForAndForgetsWhatCannotBe(String asked, String kept) {
        assertThat(ReportAddress.of(asked(asked).address()).rows()).isEqualTo(kept);
    }

    @Test
    void tellsWhatItForgets() {
        assertThat(asked("/reports?page=0&columns=colour&cursor=x").faults())
                .extracting("parameter")
                .containsExactlyInAnyOrder("page", "columns", "cursor");
    }

    @Test
    void carriesTheListAlongToARecordAndBack() {
        assertThat(ReportAddress.of(request("/reports?page=2&q=é&region=EU&foreign=1"))
                        .record("7/delete"))
                .isEqualTo("/reports/7/delete?page=2&q=%C3%A9&region=EU");
    }

    @Test
    void turnsTheOrderRoundOnTheColumnItHas() {
        List<ReportColumn> columns = ReportColumn.all(asked("/reports?sort=customer&order=asc&page=4"));

        assertThat(columns).element(1).satisfies(customer -> {
            assertThat(customer.direction()).isEqualTo("ascending");
            assertThat(customer.link()).isEqualTo("/reports?sort=customer&order=desc");
        });
        assertThat(columns).element(7).satisfies(uploaded -> {
            assertThat(uploaded.direction()).isNull();
            assertThat(uploaded.link()).isEqualTo("/reports");
        });
        assertThat(columns).first().satisfies(id -> assertThat(id.link()).isNull());
    }

    private static ReportRequest asked(String uri) {
        return ReportRequest.of(Parameters.of(request(uri)), TODAY);
    }

    private static MockHttpServletRequest request(String uri) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/reports");
        UriComponentsBuilder.fromUriString(uri)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> request.addParameter(
                        name, value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8))));
        return request;
    }
}
