package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class DuplicatesPageIT extends BrowserTest {

    DuplicatesPageIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void mergesALikelyDuplicateFollowsItAtInputAndUndoesIt() {
        String name = unique("merging");
        Page page = open("/");
        post(page, session(name + ".com"));
        post(page, session(name + ".com"));
        post(page, session(name + " Inc"));
        Locator pair = pair(page, name + ".com and " + name + " Inc");

        assertThat(pair).containsText("the same name");
        button(pair, "Merge into " + name + ".com").click();

        assertThat(page.locator(".flash")).containsText("1 record went to " + name + ".com. Moved: customers ");
        assertThat(pair).hasCount(0);
        page.navigate("/input");
        page.getByLabel("Customer").fill(name + " inc");
        assertThat(page.locator("#customer-known"))
                .hasText("Goes to " + name + ".com, which was reviewed just now by a program, 3 times in all.");
        page.getByLabel("Region").fill("EU");
        page.getByLabel("Sessions reviewed").fill("2");
        page.getByLabel("Source").fill("FB Pages");
        page.getByLabel("Destination").fill("BQ");
        button(page.locator("[data-record-form]"), "Upload the record").click();
        assertThat(page.locator(".flash")).isVisible();
        page.navigate("/insights?customer=" + name + "+Inc");
        assertThat(value(page, "total_records")).hasText("4");
        page.navigate("/customer?name=" + name + "+Inc");
        assertThat(page.locator("[data-aliases]")).containsText(name + " Inc");
        assertThat(value(page, "records")).hasText("4");

        page.navigate("/duplicates");
        button(page.locator("main"), "Undo the merge of " + name + " Inc").click();

        assertThat(page.locator(".flash")).containsText("2 records went back to " + name + " Inc.");
    }

    @Test
    void keepsTwoApartForGoodWithoutScripts() {
        String name = unique("apart");
        Page page = openWithoutScripts("/");
        post(page, session(name + ".com"));
        post(page, session(name + " GmbH"));
        Locator pair = pair(page, name + ".com and " + name + " GmbH");

        button(pair, name + ".com and " + name + " GmbH are not the same").click();

        assertThat(page.locator(".flash")).containsText("They will not be proposed again.");
        assertThat(pair).hasCount(0);
        assertThat(page.getByRole(
                                AriaRole.REGION,
                                new Page.GetByRoleOptions()
                                        .setName("Not the same")
                                        .setExact(true))
                        .last())
                .containsText(name + " GmbH");
    }

    @Test
    void asksWhetherANewNameIsMeantForAnother() {
        String name = unique("meant");
        Page page = open("/");
        post(page, session(name + ".com"));

        page.waitForCondition(() -> {
            page.navigate("/input");
            page.getByLabel("Customer").fill(name.replace("meant", "maent") + ".com");
            page.waitForTimeout(600);
            return page.locator("#customer-known").innerText().equals("New. Did you mean " + name + ".com?");
        });
    }

    /** A name that no other test's is like. */
    private static String unique(String word) {
        StringBuilder letters = new StringBuilder(word);
        for (long rest = System.nanoTime(); rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    private static Locator pair(Page page, String label) {
        Locator pair = page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(label));
        page.waitForCondition(() -> {
            page.navigate("/duplicates");
            return pair.isVisible();
        });
        return pair;
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
