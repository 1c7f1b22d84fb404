package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ReportsPageIT extends BrowserTest {

    ReportsPageIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void addsUpWhatIsListedWhateverIsFilteredOrSearched() {
        String region = "Hyperborea-" + System.nanoTime();
        String customer = "summed-" + System.nanoTime() + ".com";
        Page page = open("/");
        post(page, session(customer).replace("EU", region));
        post(page, session("other-" + customer).replace("EU", region));

        page.navigate("/reports?region=" + region);
        assertThat(value(page, "records")).hasText("2");
        assertThat(value(page, "sessions")).hasText("24");
        assertThat(page.locator("#daily")).containsText("50 mins");

        page.getByLabel("Search").fill("other-" + customer);

        assertThat(page.locator("#records [role=status]")).hasText("1 record");
        assertThat(value(page, "records")).hasText("1");
        assertThat(value(page, "sessions")).hasText("12");
        assertThat(page.locator("#daily")).containsText("25 mins");
        page.locator("[data-table=time-per-day] a").first().click();
        assertThat(page.locator("#records [role=status]")).hasText("1 record");
    }

    @Test
    void searchesOpensAndDeletesARecord() {
        String customer = "found-" + System.nanoTime() + ".com";
        Page page = open("/reports");
        String id = post(page, session(customer));
        page.waitForResponse(
                answer -> answer.url().contains("q="),
                () -> page.getByLabel("Search").fill(customer));
        awaitRow(page, customer);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("View the record of " + customer))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText(id);
        assertThat(dialog.locator("li")).hasText(new String[] {"first", "second"});
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delete the record of " + customer))
                .click();
        assertThat(dialog).containsText("Delete this record of " + customer);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete the record"))
                .click();

        assertThat(page.locator(".flash")).containsText("The record was deleted.");
        assertThat(page.locator("#records")).containsText("No record matches");
    }

    @Test
    void worksWithoutScripts() {
        String customer = "plain-" + System.nanoTime() + ".com";
        Page page = openWithoutScripts("/");

        page.getByLabel("Session data").fill(session(customer));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload"))
                .click();
        assertThat(page.locator(".flash")).isVisible();

        page.navigate("/insights");
        assertThat(page.locator("[data-table=region_distribution]")).containsText("EU");

        page.navigate("/reports");
        page.getByLabel("Search").fill(customer);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                .click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Customer").setExact(true))
                .click();
        assertThat(page.locator("#records")).containsText(customer);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delete the record of " + customer))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete the record"))
                .click();

        assertThat(page.locator(".flash")).containsText("The record was deleted.");
        assertThat(page.locator("#records")).containsText("No record matches");
    }

    @Test
    void keepsFilterColumnsAndOrderAsAViewAndExportsThem() throws IOException {
        String customer = "view-" + System.nanoTime() + ".com";
        Page page = open("/reports");
        post(page, session(customer));
        page.navigate("/reports?customer=" + customer + "&columns=customer,observation&sort=region,-minutes");
        awaitRow(page, customer);
        assertThat(page.locator("#records thead")).not().containsText("Destination");

        page.getByText("Views", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Save as").fill("Mine of " + customer);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save this view"))
                .click();
        assertThat(page.locator(".flash")).containsText("was saved");
        page.navigate("/reports");
        page.getByText("Views", new Page.GetByTextOptions().setExact(true)).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mine of " + customer))
                .click();
        awaitRow(page, customer);

        page.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();
        Download file = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("CSV").setExact(true))
                .click());
        org.assertj.core.api.Assertions.assertThat(Files.readString(file.path()))
                .startsWith("customer,observation\r\n" + customer + ",");
    }

    @Test
    void showsFormErrorsWithoutScripts() {
        Page page = openWithoutScripts("/input");

        page.getByLabel("Customer").fill("kept.com");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload the record"))
                .click();

        assertThat(page.locator("#region-error")).isVisible();
        assertThat(page.getByLabel("Customer")).hasValue("kept.com");
        assertThat(page.locator("#highlight_type")).isVisible();
    }

    private static void awaitRow(Page page, String customer) {
        assertThat(page.locator("#records")).containsText(customer);
    }
}
