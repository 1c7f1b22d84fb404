package com.sessionanalyzer.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = ProbeApplication.class)
@AutoConfigureMockMvc
class FlashCookieTests {

    private final MockMvc mvc;

    @Autowired
    FlashCookieTests(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    void hidesTheMessageFromScriptsAndOtherSites() throws Exception {
        MockHttpServletResponse written = write();

        assertThat(written.getHeaders("Set-Cookie"))
                .anySatisfy(header -> assertThat(header)
                        .startsWith("csa-flash=")
                        .contains("Path=/", "Max-Age=60", "HttpOnly", "SameSite=Strict"))
                .anySatisfy(
                        header -> assertThat(header).startsWith("csa-position=").contains("Max-Age=30"));
    }

    @Test
    void showsTheMessageOnceAndEscaped() throws Exception {
        Cookie flash = requireNonNull(write().getCookie("csa-flash"));

        mvc.perform(get("/problems").cookie(flash))
                .andExpect(content().string(containsString("Stored “ž” &amp; &lt;b&gt;more&lt;/b&gt;")))
                .andExpect(content().string(containsString("flash-success")))
                .andExpect(cookie().maxAge("csa-flash", 0));
        mvc.perform(get("/problems")).andExpect(content().string(not(containsString("class=\"flash"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "e30", "AAAA", "eyJ0b25lIjoiZXZpbCJ9"})
    void ignoresMessagesThatCannotBeRead(String value) throws Exception {
        mvc.perform(get("/problems").cookie(new Cookie("csa-flash", value)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("class=\"flash"))));
    }

    @Test
    void remembersWhatWasWritten() throws Exception {
        Cookie position = requireNonNull(write().getCookie("csa-position"));

        mvc.perform(get("/position").cookie(position)).andExpect(content().string("0@7,3@88"));
        mvc.perform(get("/position").cookie(new Cookie("csa-position", "nonsense")))
                .andExpect(content().string(""));
    }

    private MockHttpServletResponse write() throws Exception {
        return mvc.perform(post("/write").with(csrf())).andReturn().getResponse();
    }
}
