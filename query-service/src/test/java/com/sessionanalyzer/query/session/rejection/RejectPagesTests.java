package com.sessionanalyzer.query.session.rejection;

import static com.sessionanalyzer.query.session.rejection.SentRejections.aRejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRejection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = RejectPagesPreview.class, properties = "csa.organization.time-zone=Europe/Prague")
@AutoConfigureMockMvc
class RejectPagesTests {

    private final MockMvc mvc;
    private final FixedRejections rejections;

    @Autowired
    RejectPagesTests(MockMvc mvc, FixedRejections rejections) {
        this.mvc = mvc;
        this.rejections = rejections;
    }

    @BeforeEach
    void refill() {
        rejections.refill();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rejects",
                "/rejects?state=all",
                "/rejects?page=2",
                "/rejects?reason=sessions:not-a-number",
                "/rejects?channel=form",
                "/rejects/fix",
                "/rejects/fix?reason=sessions:not-a-number"
            })
    void containsNothingThatTheContentPolicyForbids(String path) throws Exception {
        String html = mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(html)
                .doesNotContainPattern("\\sstyle\\s*=|\\son[a-z]+\\s*=|<style|javascript:|\\shx-on")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContain("th:");
    }

    @Test
    void countsByReasonAndShowsTheWrongLineWithItsMessage() throws Exception {
        mvc.perform(get("/rejects"))
                .andExpect(content()
                        .string(stringContainsInOrder("All reasons", ">30<", "Sessions: not a number", ">27<")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "northwind-traders.example",
                                "line 1,204",
                                "<mark>Sessions: 3 sessions</mark>",
                                "Sessions must be a valid number")))
                .andExpect(content().string(stringContainsInOrder("<mark>300</mark>", "Time consumed must be between")))
                .andExpect(content().string(containsString("&lt;b&gt;a&lt;/b&gt;")))
                .andExpect(content().string(containsString("Page 1 of 2")));
    }

    @Test
    void foldsManyRecordsAndUnfoldsFew() throws Exception {
        mvc.perform(get("/rejects"))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "<details>",
                                "<summary>",
                                "northwind-traders.example",
                                "Sessions must be a valid number")))
                .andExpect(content().string(not(containsString("<details open"))));
        mvc.perform(get("/rejects?channel=api"))
                .andExpect(content().string(stringContainsInOrder("<details open", "fabrikam.example")));
    }

    @Test
    void listsTheMostFrequentReasonsAndCountsTheOthers() throws Exception {
        for (int number = 0; number < 30; number++) {
            rejections.all.add(aRejection()
                    .format(RecordFormat.JSON)
                    .of("{\"customer\":\"a.example\",\"region\":\"EU\",\"sessions\":1,\"source\":\"a\","
                            + "\"destination\":\"b\",\"column-" + number + "\":1}"));
        }

        mvc.perform(get("/rejects"))
                .andExpect(content().string(containsString(" other reasons, broken ")))
                .andExpect(content().string(not(containsString("<span title=\"column-29:"))));
        mvc.perform(get("/rejects?reason=column-29:unknown-field"))
                .andExpect(content().string(containsString("aria-current=\"true\"")));
    }

    @Test
    void keepsTheFilterInEveryLink() throws Exception {
        mvc.perform(get("/rejects?reason=sessions:not-a-number&channel=bulk"))
                .andExpect(content()
                        .string(containsString("/rejects/fix?reason=sessions%3Anot-a-number&amp;channel=bulk\"")))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "/api/rejections/download?reason=sessions%3Anot-a-number&amp;channel=bulk&amp;format=text\"")))
                .andExpect(content().string(not(containsString("fabrikam.example"))));
    }

    @Test
    void saysWhenNothingIsWaiting() throws Exception {
        rejections.all.clear();

        mvc.perform(get("/rejects")).andExpect(content().string(containsString("Nothing is waiting here")));
    }

    @Test
    void comesBackWithTheTypedTextAndWhatIsStillWrong() throws Exception {
        SessionRejection rejection = rejections.all.get(0);

        mvc.perform(post("/rejects/" + rejection.id() + "/resubmit")
                        .with(csrf())
                        .param("text", "Customer: typed.example\nSessions: lots"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "It still breaks a rule", "Line 2: ", "Customer: typed.example\nSessions: lots")));
    }

    @Test
    void goesBackToTheListAfterTheRecordIsStored() throws Exception {
        SessionRejection rejection = rejections.all.get(0);

        mvc.perform(post("/rejects/" + rejection.id() + "/resubmit")
                        .with(csrf())
                        .param("group", "sessions:not-a-number")
                        .param("text", rejection.text().replace("3 sessions", "3")))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/rejects?reason=sessions%3Anot-a-number"));
        mvc.perform(get("/rejects/" + rejection.id()))
                .andExpect(content().string(containsString("the record it became")));
    }

    @Test
    void asksWhyARecordIsDismissed() throws Exception {
        SessionRejection rejection = rejections.all.get(0);
        String path = "/rejects/" + rejection.id() + "/dismiss";

        mvc.perform(post(path).with(csrf()).param("reason", " "))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Say in 1 to 500 characters")));
        mvc.perform(post(path).with(csrf()).param("reason", "sent twice")).andExpect(status().isSeeOther());
        mvc.perform(get("/rejects/" + rejection.id()))
                .andExpect(content().string(stringContainsInOrder("Dismissed by", "anonymous", "sent twice")));
    }

    @Test
    void triesARuleBeforeItIsApplied() throws Exception {
        mvc.perform(post("/rejects/fix")
                        .with(csrf())
                        .param("reason", "sessions:not-a-number")
                        .param("kind", "strip")
                        .param("target", "sessions")
                        .param("step", "try"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Would fix 25 of 27",
                                "Before",
                                "Sessions: 3 sessions",
                                "After",
                                "Apply to 25 records")));
        mvc.perform(post("/rejects/fix")
                        .with(csrf())
                        .param("reason", "sessions:not-a-number")
                        .param("kind", "strip")
                        .param("target", "sessions")
                        .param("step", "apply"))
                .andExpect(status().isSeeOther());
        mvc.perform(get("/rejects")).andExpect(content().string(containsString("5 records")));
    }

    @Test
    void saysWhatARuleLacks() throws Exception {
        mvc.perform(post("/rejects/fix")
                        .with(csrf())
                        .param("kind", "map")
                        .param("target", "region")
                        .param("value", "Europe")
                        .param("step", "try"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(stringContainsInOrder("must be the value that is to be set", "Europe")));
    }

    @Test
    void answersAnUnknownRecordWithAProblem() throws Exception {
        mvc.perform(get("/rejects/01890a5d-ac96-774b-bcce-b302099a8057")).andExpect(status().isNotFound());
        mvc.perform(get("/rejects/7")).andExpect(status().isBadRequest());
    }
}
