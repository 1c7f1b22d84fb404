package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sessionanalyzer.schema.Position;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What all pages have in common, and the dashboard and the input. */
class SessionPagesTests extends SessionPagesTest {

    @Autowired
    SessionPagesTests(MockMvc mvc, FixedInsights insights, FixedRows rows, FixedOpenRejections rejections) {
        super(mvc, insights, rows, rejections);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/insights",
                "/insights?region=EU&period=30d&has_time=maybe",
                "/customers",
                "/customers?q=nobody",
                "/customer?name=ACME.com",
                "/reports",
                "/reports?q=nobody",
                "/reports?region=EU&period=30d&sort=region,-minutes&page=0",
                "/reports?columns=observation,highlight_url,highlight_details,created_at,has_highlight",
                "/highlights",
                "/highlights?highlight=error_gap",
                "/reports/01923456-789a-7bcd-8000-000000000001",
                "/reports/01923456-789a-7bcd-8000-000000000001/delete",
                "/input",
                "/input?state=text",
                "/input?state=form",
                "/problems"
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
    void showsTheTilesOfTheDashboard() throws Exception {
        mvc.perform(get("/"))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Total records", "1,685", "Total customers", "412", "Total sessions", "18,241", "187")))
                .andExpect(content().string(containsString("name=\"_csrf\"")))
                .andExpect(content().string(containsString("2026-11-20 22:05:10")));
    }

    @Test
    void mentionsRejectedRecordsThatWait() throws Exception {
        mvc.perform(get("/")).andExpect(content().string(not(containsString("not stored yet"))));

        rejections.open = 1;
        mvc.perform(get("/"))
                .andExpect(
                        content().string(containsString("<a href=\"/rejects\">1 rejected record</a> not stored yet")));

        rejections.open = OpenRejections.MOST;
        mvc.perform(get("/"))
                .andExpect(content()
                        .string(containsString("<a href=\"/rejects\">1,000 rejected records or more</a> not stored")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/insights", "/reports"})
    void saysWhatToDoWhenThereIsNothing(String path) throws Exception {
        insights.current = FixedInsights.empty();
        rows.all.clear();

        mvc.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Customer: acme.com [25 mins]")));
    }

    @Test
    void showsNoTimeWhenNoneWasMeasured() throws Exception {
        insights.current = FixedInsights.empty();

        mvc.perform(get("/insights"))
                .andExpect(content().string(stringContainsInOrder("Time consumed", "N/A")))
                .andExpect(content().string(containsString("No time data available.")));
        mvc.perform(get("/reports")).andExpect(content().string(containsString("No time data available.")));
    }

    @Test
    void readsWhatThisBrowserWrote() throws Exception {
        Cookie position = new Cookie("csa-position", "0@7.2@77");

        mvc.perform(get("/reports").cookie(position)).andExpect(status().isOk());

        assertThat(insights.asked).isEqualTo(Position.parse("0@7,2@77"));
        assertThat(rows.after).isEqualTo(Position.parse("0@7,2@77"));
    }

    @Test
    void keepsEverythingTypedAndShowsErrorsBesideTheirFields() throws Exception {
        mvc.perform(get("/input?state=form"))
                .andExpect(content().string(containsString("value=\"many\"")))
                .andExpect(content().string(containsString("aria-describedby=\"sessions-error\"")))
                .andExpect(content().string(containsString("Sessions must be a whole number")))
                .andExpect(content()
                        .string(containsString("<option value=\"25\" selected=\"selected\">25 mins</option>")));
    }
}
