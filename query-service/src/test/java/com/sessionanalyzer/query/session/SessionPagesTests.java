package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.rows.RowOrder;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.query.session.rows.SessionSort;
import com.sessionanalyzer.schema.Position;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = PagesPreview.class, properties = "csa.organization.time-zone=Europe/Prague")
@AutoConfigureMockMvc
class SessionPagesTests {

    private final MockMvc mvc;
    private final FixedInsights insights;
    private final FixedRows rows;
    private final FixedOpenRejections rejections;

    @Autowired
    SessionPagesTests(MockMvc mvc, FixedInsights insights, FixedRows rows, FixedOpenRejections rejections) {
        this.mvc = mvc;
        this.insights = insights;
        this.rows = rows;
        this.rejections = rejections;
    }

    @BeforeEach
    void startWithRecords() {
        insights.current = FixedInsights.filled(1);
        rejections.open = 0;
        rows.all.clear();
        rows.all.addAll(new FixedRows(47).all);
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
    void hasANumberInATableForEveryChart() throws Exception {
        mvc.perform(get("/insights"))
                .andExpect(content().string(stringContainsInOrder("data-chart=\"flow\"", ">MySQL<", ">Redshift<")))
                .andExpect(content().string(stringContainsInOrder("data-chart=\"regions\"", ">EU<", ">421<", "25.0%")))
                .andExpect(content().string(stringContainsInOrder("Minutes per week", "16 Nov 2026")))
                .andExpect(content().string(stringContainsInOrder("Total", "4,394 mins (155 records)", "73.23")))
                .andExpect(content().string(containsString("the first 100 of 187")));
    }

    @Test
    void readsWhatThisBrowserWrote() throws Exception {
        Cookie position = new Cookie("csa-position", "0@7.2@77");

        mvc.perform(get("/reports").cookie(position)).andExpect(status().isOk());

        assertThat(insights.asked).isEqualTo(Position.parse("0@7,2@77"));
        assertThat(rows.after).isEqualTo(Position.parse("0@7,2@77"));
    }

    @Test
    void pagesSortsAndSearchesOnTheServer() throws Exception {
        mvc.perform(get("/reports?page=2&page_size=10&sort=customer&order=asc&q=customer"))
                .andExpect(content().string(containsString("Page 2 of 5")))
                .andExpect(content().string(containsString("aria-sort=\"ascending\"")))
                .andExpect(content()
                        .string(containsString(
                                "/reports?page=3&amp;page_size=10&amp;sort=customer&amp;order=asc&amp;q=customer")));

        assertThat(rows.asked)
                .isEqualTo(new SessionQuery(
                        SessionFilter.EVERYTHING,
                        LocalDate.of(2026, 11, 20),
                        "customer",
                        RowOrder.of(SessionSort.CUSTOMER, false),
                        2,
                        10,
                        null));
    }

    @Test
    void showsTheLastPageInsteadOfOneBehindIt() throws Exception {
        mvc.perform(get("/reports?page=900")).andExpect(content().string(containsString("Page 3 of 3")));
    }

    @Test
    void saysOfTotalsAndOfRowsAsOfWhenTheyAre() throws Exception {
        mvc.perform(get("/reports"))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                ">2026-11-20 22:05:10<", "id=\"records\"", "47 records", ">2026-11-20 22:05:09<")));
    }

    @Test
    void showsTimesInTheOrganizationsZoneAndBadges() throws Exception {
        mvc.perform(get("/reports"))
                .andExpect(content().string(containsString("2026-11-21 00:05:09")))
                .andExpect(content().string(containsString("47 records")))
                .andExpect(content().string(containsString(">1 min<")))
                .andExpect(content().string(containsString("Error Gap")));
    }

    @Test
    void endsLinesOfACustomerBetweenItsParts() throws Exception {
        mvc.perform(get("/reports"))
                .andExpect(content().string(containsString("customer-1.<wbr>robotics.<wbr>shop.<wbr>example<wbr>")));
    }

    @Test
    void startsTheTimePerDayWithTheNewestDay() throws Exception {
        mvc.perform(get("/reports"))
                .andExpect(
                        content().string(stringContainsInOrder("Fri 20 Nov 2026", "Mon 9 Nov 2026", "Total", "hrs")));
    }

    @Test
    void showsARecordWithItsHighlightAndTheLinesOfItsObservation() throws Exception {
        mvc.perform(get("/reports/{id}?page=2", FixedRows.FIRST))
                .andExpect(content().string(containsString("Error Message Gap")))
                .andExpect(content().string(containsString("href=\"https://tickets.example.com/42?a=1&amp;b=2\"")))
                .andExpect(content().string(containsString("<li>Errors do not say &lt;b&gt;what&lt;/b&gt; to do</li>")))
                .andExpect(content().string(containsString("<li>Docs link is broken</li>")))
                .andExpect(content().string(containsString("href=\"/reports?page=2\"")));
    }

    @Test
    void linksOnlyToWebAddresses() throws Exception {
        UUID forged = rows.all.get(3).id();

        mvc.perform(get("/reports/{id}", forged))
                .andExpect(content().string(not(containsString("javascript:"))))
                .andExpect(content().string(containsString("No observation provided.")));
    }

    @Test
    void deletesAfterAConfirmation() throws Exception {
        mvc.perform(get("/reports/{id}/delete?q=customer", FixedRows.FIRST))
                .andExpect(content().string(containsString("Delete this record of customer-0.com?")))
                .andExpect(content()
                        .string(containsString("action=\"/reports/" + FixedRows.FIRST + "/delete?q=customer\"")));
        mvc.perform(post("/reports/{id}/delete?q=customer", FixedRows.FIRST).with(csrf()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/reports?q=customer"))
                .andExpect(cookie().value("csa-position", "2@77"))
                .andExpect(cookie().exists("csa-flash"));

        assertThat(rows.all).hasSize(46);
    }

    @Test
    void deletesNothingWithoutTheToken() throws Exception {
        mvc.perform(post("/reports/{id}/delete", FixedRows.FIRST)).andExpect(status().isForbidden());

        assertThat(rows.all).hasSize(47);
    }

    @Test
    void answersForRecordsThatAreGone() throws Exception {
        UUID gone = new UUID(1, 1);

        mvc.perform(get("/reports/{id}", gone)).andExpect(status().isNotFound());
        mvc.perform(get("/reports/{id}/delete", gone)).andExpect(status().isNotFound());
        mvc.perform(post("/reports/{id}/delete", gone).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(get("/reports/not-an-id")).andExpect(status().isBadRequest());
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

    @Test
    void leadsFromEachNameToLessAndFromEachNumberToItsRecords() throws Exception {
        mvc.perform(get("/insights"))
                .andExpect(content().string(stringContainsInOrder("href=\"/insights?region=EU\"", ">EU<")))
                .andExpect(content().string(stringContainsInOrder("href=\"/reports?region=EU\"", ">421<")))
                .andExpect(content().string(containsString("href=\"/insights?source=MySQL&amp;destination=Redshift\"")))
                .andExpect(content().string(containsString("href=\"/reports?minutes_min=35&amp;minutes_max=35\"")))
                .andExpect(content().string(containsString("href=\"/customer?name=customer-0.example.com\"")));
    }

    @Test
    void showsWhatIsAskedForAndTakesItAway() throws Exception {
        mvc.perform(get("/insights?region=EU&period=30d"))
                .andExpect(content().string(stringContainsInOrder("href=\"/insights?region=EU\"", "Last 30 days")))
                .andExpect(content().string(stringContainsInOrder("data-chip=\"Region: EU\"", "Show everything")))
                .andExpect(content().string(containsString("value=\"EU\" checked=\"checked\"")))
                .andExpect(content().string(containsString("name=\"compare\"")));
    }

    @Test
    void showsAllBarsOfAClickedChartAndMarksTheChosenOne() throws Exception {
        mvc.perform(get("/insights?region=EU"))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "all regions, the chosen marked",
                                "href=\"/insights\" aria-current=\"true\"",
                                ">EU<",
                                "href=\"/insights?region=US\"",
                                ">US<")))
                .andExpect(content().string(containsString("share of records")));
    }

    @Test
    void addsUpWhatIsSearchedFromTheRows() throws Exception {
        mvc.perform(get("/reports?q=customer-1.com"))
                .andExpect(content().string(stringContainsInOrder("data-value=\"records\">", "records")))
                .andExpect(content().string(containsString("No time data available.")));
    }

    @Test
    void leavesOutWhatIsWrongInTheAddressAndSaysSo() throws Exception {
        mvc.perform(get("/insights?period=yesterday"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("period must be one of 7d, 30d, 90d, 1y, all. It is left out.")));
    }

    @Test
    void saysWhenNoRecordHasAllThatIsAskedFor() throws Exception {
        insights.current = FixedInsights.empty();

        mvc.perform(get("/insights?region=EU"))
                .andExpect(content().string(containsString("No record has all of that")))
                .andExpect(content().string(not(containsString("Nothing to show yet"))));
    }

    @Test
    void writesNumbersAsTheReaderDoes() throws Exception {
        mvc.perform(get("/").header("Accept-Language", "de-DE"))
                .andExpect(content().string(stringContainsInOrder("data-grouping=\".\"", ">1.685<", ">18.241<")));
    }

    @Test
    void listsCustomers() throws Exception {
        mvc.perform(get("/customers"))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "2 customers",
                                "href=\"/customer?name=Acme.com\"",
                                "href=\"/reports?customer=acme.com\"",
                                "1,200",
                                "&lt;b&gt;")));
        mvc.perform(get("/customers?q=nobody"))
                .andExpect(content().string(containsString("No customer is called that")));
    }

    @Test
    void showsACustomerWithItsHistory() throws Exception {
        mvc.perform(get("/customer?name=ACME.com"))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Records", ">2<", "Sessions reviewed", ">15<", "25 mins", "in 1 record")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "data-chart=\"activity\"", "20 Nov 2026", "21 Nov 2026", "22 Nov 2026")))
                .andExpect(content().string(stringContainsInOrder("FB Pages → BQ", "Error Message Gap", "12 sessions")))
                .andExpect(
                        content().string(containsString("href=\"/reports?customer=acme.com&amp;highlight=error_gap\"")))
                .andExpect(content().string(containsString("href=\"/reports/erase?customer=Acme.com\"")));
    }

    @Test
    void showsTheNamesThatWereMergedIntoACustomerAndFollowsThem() throws Exception {
        mvc.perform(get("/customer?name=acme.com"))
                .andExpect(content().string(stringContainsInOrder("Also spelled", "ACME Inc", "was merged into it")))
                .andExpect(content().string(not(containsString("into this customer"))));
        mvc.perform(get("/customer?name=ACME Inc"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("“ACME Inc” was merged into this customer.")));
    }

    @Test
    void answersForCustomersThatAreNotThere() throws Exception {
        mvc.perform(get("/customer?name=nobody")).andExpect(status().isNotFound());
    }
}
