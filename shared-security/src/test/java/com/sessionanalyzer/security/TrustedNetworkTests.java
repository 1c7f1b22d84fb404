package com.sessionanalyzer.security;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = ProbeApplication.class, properties = "csa.security.trusted-network=true")
@AutoConfigureMockMvc
class TrustedNetworkTests {

    private final MockMvc mvc;

    @Autowired
    TrustedNetworkTests(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    void showsMetricsUnderWhateverNameItIsKnownBy() throws Exception {
        mvc.perform(get("http://ingest:8081/actuator/prometheus").header(HttpHeaders.HOST, "ingest:8081"))
                .andExpect(status().isNotFound());
    }

    @Test
    void showsNothingElseUnderAForeignName() throws Exception {
        mvc.perform(get("http://ingest:8081/organization")).andExpect(status().isForbidden());
        mvc.perform(post("http://ingest:8081/actuator/prometheus")).andExpect(status().isForbidden());
    }
}
