package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The insights, with and without a filter. */
class InsightsPagesTests extends SessionPagesTest {

    private final FixedSnapshot snapshot;

    @Autowired
    InsightsPagesTests(
            MockMvc mvc,
            FixedInsights insights,
            FixedRows rows,
            FixedOpenRejections rejections,
            FixedSnapshot snapshot) {
        super(mvc, insights, rows, rejections);
        this.snapshot = snapshot;
    }

    @Test
    void asksForEverythingThatAPageShowsWhileTheNumbersAreHeld() throws Exception {
        snapshot.asked.clear();
        snapshot.holds = 0;

        mvc.perform(get("/insights?region=EU&source=MySQL&minutes_min=3&period=30d&compare=previous"))
                .andExpect(status().isOk());

        assertThat(snapshot.holds).isEqualTo(1);
        assertThat(snapshot.asked).hasSizeGreaterThan(3).doesNotContain(false);
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
}
