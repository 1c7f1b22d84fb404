package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class EditPageIT extends BrowserTest {

    EditPageIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void editsARecordFromTheReports() {
        String customer = "edited-" + System.nanoTime() + ".com";
        Page page = open("/reports");
        post(page, session(customer));
        Locator edit =
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit the record of " + customer));
        page.waitForCondition(() -> {
            page.navigate("/reports?q=" + customer);
            return edit.isVisible();
        });

        edit.click();
        assertThat(page.getByLabel("Customer")).hasValue(customer);
        assertThat(page.locator("#highlight-fields")).isHidden();
        page.getByLabel("Highlight this record").check();
        assertThat(page.locator("#highlight-fields")).isVisible();
        save(page);
        assertThat(page.locator("#highlight_type-error")).isVisible();
        page.locator("#highlight_type").selectOption("error_gap");
        page.getByLabel("Sessions reviewed").fill("20");
        save(page);

        assertThat(page.locator(".flash")).containsText("The record was corrected. Moved: sessions ");
        assertThat(page.locator("#records")).containsText("Error Gap");
        assertThat(page.locator("#records")).containsText("20");
    }

    @Test
    void showsWhatChangedMeanwhileWithoutScripts() {
        String customer = "conflict-" + System.nanoTime() + ".com";
        Page mine = openWithoutScripts("/");
        String id = post(mine, session(customer));
        mine.navigate("/reports/" + id + "/edit");
        Page theirs = openWithoutScripts("/reports/" + id + "/edit");
        theirs.getByLabel("Region").fill("AU");
        save(theirs);
        assertThat(theirs.locator(".flash")).containsText("The record was corrected.");

        mine.getByLabel("Region").fill("US2");
        save(mine);

        assertThat(mine.locator("#edit-error")).containsText("Somebody changed this record");
        assertThat(mine.locator("table")).containsText("AU");
        assertThat(mine.getByLabel("Region")).hasValue("US2");
        save(mine);
        assertThat(mine.locator(".flash")).containsText("region AU");
    }

    @Test
    void erasesACustomerAndShowsItInTheAuditLog() {
        String customer = "erased-" + System.nanoTime() + ".com";
        Page page = open("/");
        String id = post(page, session(customer));
        Locator erase = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Erase this customer"));
        page.waitForCondition(() -> {
            page.navigate("/reports/" + id);
            return erase.isVisible();
        });

        erase.click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase the customer"))
                .click();

        assertThat(page.locator(".flash")).containsText("The customer was erased. Moved: records ");
        page.waitForCondition(() -> {
            page.navigate("/audit");
            return page.locator("main").innerText().contains("Customer erased");
        });
        assertThat(page.locator("main")).not().containsText(customer);
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the record"))
                .click();
    }
}
