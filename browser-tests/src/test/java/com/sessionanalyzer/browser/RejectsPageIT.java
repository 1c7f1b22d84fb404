package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class RejectsPageIT extends BrowserTest {

    RejectsPageIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void putsARejectedRecordRightWithoutScripts() {
        String customer = "desk-" + System.nanoTime() + ".com";
        Page page = openWithoutScripts("/");
        reject(page, session(customer).replace("Sessions: 12", "Sessions: a dozen"), customer);

        page.navigate("/rejects");
        Locator card = unfolded(page, customer);
        assertThat(card.locator("mark")).hasText("Sessions: a dozen");
        assertThat(card.locator(".sent-why")).containsText("Sessions must be a valid number");
        card.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Edit and resubmit"))
                .click();
        page.locator("#text").fill(session(customer).replace("Sessions: 12", "Sessions: twelve"));
        button(page, "Resubmit").click();
        assertThat(page.locator("#text-error")).containsText("Line 3");
        page.locator("#text").fill(session(customer));
        button(page, "Resubmit").click();

        assertThat(page.locator(".flash")).containsText("stored");
        page.navigate("/reports?q=" + customer);
        assertThat(page.locator(".rows tbody tr")).hasCount(1);
    }

    @Test
    void triesARuleAndAppliesIt() {
        String region = "Nowhere" + System.nanoTime();
        Page page = open("/");
        for (int number = 0; number < 3; number++) {
            String customer = "rule-" + number + "-" + System.nanoTime() + ".com";
            reject(
                    page,
                    session(customer)
                            .replace("Sessions: 12", "Sessions: 12 visits")
                            .replace("EU", region),
                    customer);
        }

        page.navigate("/rejects");
        page.locator(".reasons")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sessions: not a number"))
                .click();
        page.getByText("Fix all by a rule").click();
        button(page, "Try it").click();
        assertThat(page.locator("#tried-title")).containsText("Would fix");
        page.locator("button[value=apply]").click();

        assertThat(page.locator(".flash")).containsText("fixed and stored");
        page.navigate("/reports?q=" + region);
        assertThat(page.locator(".rows tbody tr")).hasCount(3);
    }

    @Test
    void dismissesWithAReason() {
        String customer = "gone-" + System.nanoTime() + ".com";
        Page page = open("/");
        reject(page, "Customer: " + customer, customer);

        page.navigate("/rejects");
        unfolded(page, customer)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Dismiss"))
                .click();
        page.getByLabel("Why it need not be stored").fill("sent twice");
        button(page, "Dismiss").click();

        assertThat(page.locator(".flash")).containsText("dismissed");
        page.navigate("/rejects?state=dismissed");
        assertThat(page.locator(".reject", new Page.LocatorOptions().setHasText(customer)))
                .containsText("sent twice");
    }

    private static Locator unfolded(Page page, String customer) {
        Locator card = page.locator(".reject", new Page.LocatorOptions().setHasText(customer));
        if (card.locator("details[open]").count() == 0) {
            card.locator("summary").click();
        }
        return card;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Posts a record that breaks a rule, and waits until the desk has it. */
    private static void reject(Page page, String text, String customer) {
        page.request().post("/api/upload", RequestOptions.create().setData(Map.of("session_data", text)));
        await().untilAsserted(() -> Assertions.assertThat(
                        page.request().get("/api/rejections").text())
                .contains(customer));
    }
}
