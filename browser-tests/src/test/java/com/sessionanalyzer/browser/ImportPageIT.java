package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPageIT extends BrowserTest {

    private static final String HEADER = "Customer,Region,Sessions,Source,Destination\n";

    @TempDir
    Path directory;

    ImportPageIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void checksAFileFirstAndThenImportsIt() {
        Page page = open("/import");
        choose(page, "checked.csv", HEADER + "a.com,EU,1,MySQL,BQ\nb.com,,2,MySQL,BQ\nc.com,US,none,MySQL,BQ\n");
        Locator file = page.locator("[data-file]");

        assertThat(file).containsText("1 record would be recorded, 2 rejected.");
        assertThat(file.locator("tbody tr")).hasCount(2);
        assertThat(file.locator("tbody tr").first()).containsText("Region is required");
        assertThat(page.locator("#imports")).not().containsText("checked.csv");

        press(page, "Import 3 records");

        assertThat(file).containsText("1 record recorded, 2 rejected.");
        assertThat(file.locator("a[download]"))
                .hasAttribute("href", Pattern.compile("/api/rejections/download\\?delivery=.*"));
        Locator row = page.locator("#imports tbody tr").filter(new Locator.FilterOptions().setHasText("checked.csv"));
        assertThat(row).containsText("complete");
        assertThat(row.locator("[data-label=Received]")).hasText("3");
    }

    @Test
    void knowsAFileThatWasImportedBefore() throws IOException {
        Path path = Files.writeString(directory.resolve("twice.ndjson"), line("a.com"));
        Page page = open("/import");
        page.locator("#files").setInputFiles(path);
        press(page, "Import 1 record");
        assertThat(page.locator("[data-file]")).containsText("1 record recorded, 0 rejected.");

        page.reload();
        page.locator("#files").setInputFiles(path);

        assertThat(page.locator("[data-file]")).containsText("All of its 1 record are settled already");
        press(page, "Import as new records");
        assertThat(page.locator("[data-file]")).containsText("1 record recorded, 0 rejected.");
        assertThat(page.locator("#imports tbody tr").filter(new Locator.FilterOptions().setHasText("twice.ndjson")))
                .hasCount(2);
    }

    @Test
    void saysWhyAFileCannotBeImported() {
        Page page = open("/import");

        choose(page, "wrong.csv", "Customer,Colour\na,b\n");

        assertThat(page.locator("[data-file]")).containsText("Line 1:");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again")))
                .isVisible();
    }

    @Test
    void goesOnByItselfWhenTheServerIsBack() {
        Page page = open("/import");
        AtomicBoolean isBack = cutOff(page);
        choose(page, "resumed.ndjson", line("resumed.example"));
        press(page, "Import 1 record");
        assertThat(page.locator("[data-file]")).containsText("It goes on by itself as soon as the server takes it.");

        isBack.set(true);

        assertThat(page.locator("[data-file]")).containsText("1 record recorded, 0 rejected.");
    }

    @Test
    void stopsWaitingForTheServerWhenItIsCancelled() {
        Page page = open("/import");
        AtomicBoolean isBack = cutOff(page);
        choose(page, "cancelled.ndjson", line("cancelled.example"));
        press(page, "Import 1 record");
        assertThat(page.locator("[data-file]")).containsText("It goes on by itself");

        press(page, "Cancel");
        isBack.set(true);

        assertThat(page.locator("[data-file]")).containsText("It was stopped");
        press(page, "Go on");
        assertThat(page.locator("[data-file]")).containsText("1 record recorded, 0 rejected.");
    }

    @Test
    void refusesADocumentForWhatItIs() {
        Page page = open("/import");

        choose(page, "report.pdf", "%PDF-1.7\n%binary\n");

        assertThat(page.locator("[data-file]")).containsText("The content is a PDF document, not text");
    }

    /** Lets nothing through that would be recorded, until the server is back. */
    private static AtomicBoolean cutOff(Page page) {
        AtomicBoolean isBack = new AtomicBoolean();
        page.route(Pattern.compile(".*/api/sessions/bulk\\?.*"), route -> {
            if (isBack.get() || route.request().url().contains("dry_run")) {
                route.resume();
            } else {
                route.abort();
            }
        });
        return isBack;
    }

    @Test
    void explainsAnotherWayAndListsWithoutScripts() {
        Page page = openWithoutScripts("/import");

        assertThat(page.locator("noscript p")).isVisible();
        assertThat(page.locator("[data-drop]")).isHidden();
        assertThat(page.getByLabel("Commands")).containsText("/api/sessions/bulk");
        assertThat(page.locator("#imports")).isVisible();
    }

    private static void choose(Page page, String name, String content) {
        page.locator("#files").setInputFiles(new FilePayload(name, "", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String line(String customer) {
        return "{\"customer\": \"" + customer
                + "\", \"region\": \"EU\", \"sessions\": 1, \"source\": \"MySQL\", \"destination\": \"BQ\"}\n";
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
