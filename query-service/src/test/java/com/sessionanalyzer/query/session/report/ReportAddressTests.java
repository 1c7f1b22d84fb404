package com.sessionanalyzer.query.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

class ReportAddressTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/reports | /reports",
                "/reports?page=3&page_size=50 | /reports?page=3&page_size=50",
                "/reports?sort=customer&order=asc | /reports?sort=customer&order=asc",
                "/reports?sort=customer | /reports?sort=customer&order=asc",
                "/reports?sort=uploaded_at&order=desc | /reports",
                "/reports?q=a%26b%20c | /reports?q=a%26b%20c",
                "/reports?page=0&page_size=1000 | /reports",
                "/reports?page=x&page_size=&sort=; drop | /reports"
            })
    void keepsWhatWasAskedForAndForgetsWhatCannotBe(String asked, String kept) {
        assertThat(address(asked).rows()).isEqualTo(kept);
    }

    @Test
    void carriesTheListAlongToARecordAndBack() {
        assertThat(address("/reports?page=2&q=é").record("7/delete")).isEqualTo("/reports/7/delete?page=2&q=%C3%A9");
    }

    @Test
    void turnsTheOrderRoundOnTheColumnItHas() {
        List<ReportColumn> columns = ReportColumn.all(address("/reports?sort=customer&order=asc&page=4"));

        assertThat(columns).first().satisfies(customer -> {
            assertThat(customer.direction()).isEqualTo("ascending");
            assertThat(customer.link()).isEqualTo("/reports?sort=customer&order=desc");
        });
        assertThat(columns).last().satisfies(uploaded -> {
            assertThat(uploaded.direction()).isNull();
            assertThat(uploaded.link()).isEqualTo("/reports");
        });
    }

    private static ReportAddress address(String uri) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/reports");
        UriComponentsBuilder.fromUriString(uri).build().getQueryParams().forEach((name, values) -> {
            String value = values.get(0);
            request.setParameter(name, value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8));
        });
        return ReportAddress.of(request);
    }
}
