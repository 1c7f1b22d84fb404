package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InputPageIT extends BrowserTest {

    InputPageIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void keepsWhatWasTypedAndShowsTheMessageBesideItsField() {
        Page page = open("/input");

        page.getByLabel("Customer").fill("kept.com");
        page.getByLabel("Region").fill("EU");
        page.getByLabel("Source", new Page.GetByLabelOptions().setExact(true)).fill("FB Pages");
        page.getByLabel("Sessions reviewed").fill("many");
        page.locator("#time_consumed").selectOption("25");
        press(page, "Upload the record");

        assertThat(page.locator("#sessions-error")).isVisible();
        assertThat(page.locator("#destination-error")).isVisible();
        assertThat(page.locator("#sessions")).hasAttribute("aria-describedby", "sessions-error");
        assertThat(page.getByLabel("Customer")).hasValue("kept.com");
        assertThat(page.getByLabel("Sessions reviewed")).hasValue("many");
        assertThat(page.locator("#time_consumed")).hasValue("25");
    }

    @Test
    void showsTheRecordAsTextWhileItIsTyped() {
        Page page = open("/input");

        page.getByLabel("Customer").fill("acme.com");
        page.locator("#time_consumed").selectOption("1");
        page.getByLabel("Highlight this record").check();
        page.locator("#highlight_type").selectOption("other");
        page.locator("#highlight_details").fill("why");

        assertThat(page.locator("#preview"))
                .hasText("Customer: acme.com [1 min]\nTime Consumed: 1\nHighlight: Other\nHighlight Details: why");

        page.getByLabel("Highlight this record").uncheck();
        assertThat(page.locator("#highlight_type")).isHidden();
        assertThat(page.locator("#preview")).hasText("Customer: acme.com [1 min]\nTime Consumed: 1");

        press(page, "Reset");
        assertThat(page.locator("#preview")).hasText("The record appears here while you type.");
    }

    @Test
    void showsTextThatReadsBackAsTheSameRecord() {
        Page page = open("/input");
        page.getByLabel("Customer").fill("brackets [5 mins] inside.com");
        page.getByLabel("Region").fill("EU");
        page.getByLabel("Source", new Page.GetByLabelOptions().setExact(true)).fill("FB Pages");
        page.getByLabel("Destination").fill("BQ");
        page.getByLabel("Sessions reviewed").fill("3");
        page.getByLabel("Observation").fill("The ticket said:\nCustomer: unknown");

        String preview = page.locator("#preview").textContent();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Paste text"))
                .click();
        page.getByLabel("Session data").fill(preview);
        press(page, "Upload the text");

        assertThat(page.locator(".flash")).hasText("Session data uploaded successfully!");
        page.navigate("/reports?q=inside.com");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("View the record of brackets"))
                .click();
        assertThat(page.locator("#dialog-title")).hasText("brackets [5 mins] inside.com");
        assertThat(page.locator(".observation li")).hasText(new String[] {"The ticket said:", "Customer: unknown"});
        assertThat(page.locator("#record")).containsText("Time consumed-");
    }

    @Test
    void uploadsTheForm() {
        Page page = open("/input");

        page.getByLabel("Customer").fill("form.com");
        page.getByLabel("Region").fill("EU");
        page.getByLabel("Source", new Page.GetByLabelOptions().setExact(true)).fill("FB Pages");
        page.getByLabel("Destination").fill("BQ");
        page.getByLabel("Sessions reviewed").fill("3");
        press(page, "Upload the record");

        assertThat(page.locator(".flash")).containsText("form.com");
        assertThat(page.getByLabel("Customer")).hasValue("");
    }

    @Test
    void tellsTheFateOfEachPastedRecordAndKeepsOnlyTheRejected() {
        Page page = open("/input");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Paste text"))
                .click();

        page.getByLabel("Session data")
                .fill(session("good.com") + "\n" + session("bad.com").replace("12", "twelve"));
        press(page, "Upload the text");

        assertThat(page.locator(".results > li.recorded")).containsText("good.com");
        assertThat(page.locator(".results > li:not(.recorded)")).containsText("bad.com");
        assertThat(page.getByLabel("Session data")).hasValue(Pattern.compile("^Customer: bad\\.com"));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
