package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class AsOfPageIT extends BrowserTest {

    AsOfPageIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void showsADeletedRecordAsItStoodAndInTheDifference() {
        String customer = "past-" + System.nanoTime() + ".com";
        Page page = open("/");
        String id = post(page, session(customer));
        String then = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        assertThat(page.request().delete("/api/sessions/" + id)).isOK();

        page.navigate("/insights?as_of=&customer=" + customer);
        page.getByLabel("As of", new Page.GetByLabelOptions().setExact(true)).fill(then);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Show").setExact(true))
                .click();

        assertThat(page.locator("[data-as-of-banner]")).containsText("not now");
        assertThat(value(page, "total_records")).hasText("1");
        assertThat(page.locator("[data-chart]:visible")).hasCount(7);
        for (var chart : page.locator("[data-chart]:visible").all()) {
            assertThat(chart).hasAttribute("data-drawn", "");
        }
        assertThat(page.locator(".chip").first()).containsText(customer);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What is different now, and why"))
                .click();
        assertThat(page.locator("[data-difference=records]")).hasText("-1");
        assertThat(page.locator("[data-changed=deleted]")).containsText(customer);
    }
}
