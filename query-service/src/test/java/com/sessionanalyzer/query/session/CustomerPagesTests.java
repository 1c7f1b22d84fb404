package com.sessionanalyzer.query.session;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The list of customers, and the page of one. */
class CustomerPagesTests extends SessionPagesTest {

    @Autowired
    CustomerPagesTests(MockMvc mvc, FixedInsights insights, FixedRows rows, FixedOpenRejections rejections) {
        super(mvc, insights, rows, rejections);
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
