package com.sessionanalyzer.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ParametersTests {

    @Test
    void readsTheAddressOfAForm() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/reports/1/edit");
        request.setQueryString("q=a+b%26c&region=EU&region=US");
        request.addParameter("q", "a b&c");
        request.addParameter("region", "EU", "US", "typed into the form");
        request.addParameter("source", "typed into the form");

        Parameters parameters = Parameters.of(request);

        assertThat(parameters.first("q")).isEqualTo("a b&c");
        assertThat(parameters.all("region")).containsExactly("EU", "US");
        assertThat(parameters.all("source")).isEmpty();
    }

    @Test
    void takesWhatIsBlankAsNotSaid() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/reports");
        request.addParameter("region", " ", " EU ");

        assertThat(Parameters.of(request).all("region")).containsExactly("EU");
    }

    @Test
    void knowsAFormWithoutAnyAddress() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/reports/1/edit");
        request.addParameter("region", "EU");

        assertThat(Parameters.of(request).values()).isEmpty();
    }
}
