package com.sessionanalyzer.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(
        classes = ProbeApplication.class,
        properties = {
            "csa.organization.slug=acme-eu",
            "csa.organization.name=Acme Europe",
            "csa.organization.time-zone=Europe/Prague"
        })
@AutoConfigureMockMvc
class SecurityConfigurationTests {

    private final MockMvc mvc;

    @Autowired
    SecurityConfigurationTests(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    void handsTheConfiguredOrganizationToControllers() throws Exception {
        mvc.perform(get("/organization")).andExpect(content().string("acme-eu|Acme Europe|Europe/Prague"));
    }

    @Test
    void callsSomebodyWithoutCredentialsAnonymous() throws Exception {
        mvc.perform(get("/actor")).andExpect(content().string("anonymous"));
    }

    @Test
    void sendsTheHeadersThatKeepForeignContentOut() throws Exception {
        mvc.perform(get("/organization"))
                .andExpect(header().string("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                .andExpect(cookie().doesNotExist("JSESSIONID"));
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        mvc.perform(post("/form")).andExpect(status().isForbidden());
    }

    @Test
    void acceptsAFormWithItsToken() throws Exception {
        mvc.perform(post("/form").with(csrf())).andExpect(status().isOk());
    }

    @Test
    void acceptsApiWritesOfProgramsWithoutToken() throws Exception {
        mvc.perform(post("/api/upload")).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void refusesWritesOfForeignPages(String site) throws Exception {
        mvc.perform(post("/api/upload").header("Sec-Fetch-Site", site)).andExpect(status().isForbidden());
        mvc.perform(post("/form").with(csrf()).header("Sec-Fetch-Site", site)).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost, 200",
        "http://localhost:80, 200",
        "http://localhost:8081, 403",
        "http://evil.example, 403",
        "null, 403",
        "not an origin, 403"
    })
    void judgesWritesOfOlderBrowsersByTheirOrigin(String origin, int expected) throws Exception {
        mvc.perform(post("/api/upload").header("Origin", origin)).andExpect(status().is(expected));
    }

    @Test
    void acceptsAPrivatePageOfItsOwnThatHidesItsOrigin() throws Exception {
        mvc.perform(post("/api/upload").header("Sec-Fetch-Site", "same-origin").header("Origin", "null"))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({"localhost, 200", "LOCALHOST, 200", "127.0.0.1, 200", "[::1], 200", "evil.example, 403", "10.0.0.5, 403"
    })
    void answersOnlyToTheNamesOfThisMachine(String host, int expected) throws Exception {
        mvc.perform(get("/organization").with(request -> {
                    request.setServerName(host);
                    return request;
                }))
                .andExpect(status().is(expected));
    }
}
