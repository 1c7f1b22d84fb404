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
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The list of records, and the pages of one. */
class ReportsPagesTests extends SessionPagesTest {

    @Autowired
    ReportsPagesTests(MockMvc mvc, FixedInsights insights, FixedRows rows, FixedOpenRejections rejections) {
        super(mvc, insights, rows, rejections);
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
    void addsUpWhatIsSearchedFromTheRows() throws Exception {
        mvc.perform(get("/reports?q=customer-1.com"))
                .andExpect(content().string(stringContainsInOrder("data-value=\"records\">", "records")))
                .andExpect(content().string(containsString("No time data available.")));
    }
}
