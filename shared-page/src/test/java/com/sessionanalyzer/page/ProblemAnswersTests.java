package com.sessionanalyzer.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = ProbeApplication.class)
@AutoConfigureMockMvc
class ProblemAnswersTests {

    private final MockMvc mvc;

    @Autowired
    ProblemAnswersTests(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    void answersProblemDetailsWithLegacyKeyToPrograms() throws Exception {
        mvc.perform(get("/api/invalid").accept(MediaType.TEXT_HTML))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("/problems/invalid-record"))
                .andExpect(jsonPath("$.title").value("No record could be stored"))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.detail").value("Sessions must be a number."))
                .andExpect(jsonPath("$.error").value("legacy text"))
                .andExpect(jsonPath("$.errors[0]").value("first"));
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        mvc.perform(get("/api/unavailable"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"))
                .andExpect(jsonPath("$.error").value("The broker cannot be reached."));
    }

    @Test
    void showsPeopleAPage() throws Exception {
        mvc.perform(get("/unavailable").accept(MediaType.TEXT_HTML))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("The broker cannot be reached.")))
                .andExpect(content().string(containsString("href=\"/problems/unavailable\"")));
    }

    @Test
    void answersJsonOutsideTheApiToClientsThatReadOnlyThat() throws Exception {
        mvc.perform(get("/unavailable").accept(MediaType.APPLICATION_JSON))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/bug", "/bug"})
    void keepsInternalTextInside(String path) throws Exception {
        mvc.perform(get(path))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("secret"))))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void namesTheParameterOfAWrongForm() throws Exception {
        mvc.perform(get("/api/number?value=x"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/invalid-parameter"))
                .andExpect(jsonPath("$.detail").value(containsString("value")));
        mvc.perform(get("/api/number"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/invalid-parameter"));
    }

    @Test
    void answersWrongMethodsFormatsAndBodies() throws Exception {
        mvc.perform(delete("/api/number"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET"))
                .andExpect(jsonPath("$.type").value("/problems/method-not-allowed"));
        mvc.perform(post("/api/body").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.type").value("/problems/unsupported-media-type"));
        mvc.perform(post("/api/body").contentType(MediaType.APPLICATION_JSON).content("{\"a\":"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/malformed-request"));
        mvc.perform(post("/api/body")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .accept(MediaType.IMAGE_PNG))
                .andExpect(status().isNotAcceptable())
                .andExpect(jsonPath("$.type").value("/problems/not-acceptable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nowhere", "/api/number?value=x", "/api/unavailable", "/api/bug"})
    void answersClientsThatReadNothingButProblems(String path) throws Exception {
        mvc.perform(get(path).accept(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(status().is(not(406)))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void answersForAddressesThatDoNotExist() throws Exception {
        mvc.perform(get("/api/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("/problems/not-found"));
        mvc.perform(get("/nowhere").accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is nothing here")));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void explainsEveryType(ProblemType type) throws Exception {
        mvc.perform(get(type.uri()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                "HTTP <span class=\"num\">" + type.status().value())));
    }

    @Test
    void knowsNoOtherTypes() throws Exception {
        mvc.perform(get("/problems/unheard-of")).andExpect(status().isNotFound());
    }
}
