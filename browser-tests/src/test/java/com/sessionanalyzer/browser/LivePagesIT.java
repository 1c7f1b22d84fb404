package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LivePagesIT extends BrowserTest {

    private static final List<String> HOSTILE_NAMES = List.of("__proto__", "constructor", "toString");

    /** Whether every chart that can be seen has a pixel that is not empty. */
    private static final String DRAWN = """
            () => [...document.querySelectorAll('[data-chart] canvas')].every(canvas => canvas.getContext('2d')
                .getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0))""";

    LivePagesIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void showsAPostOnTheInsightsWithoutReload() {
        Page page = open("/insights");
        assertThat(page.locator("[data-live]")).hasAttribute("data-state", "live");
        long before = number(page, "total_sessions_reviewed");
        page.evaluate("window.sameDocument = true");

        post(page, session("live-" + System.nanoTime() + ".com").replace("EU", "Atlantis"));

        assertThat(value(page, "total_sessions_reviewed")).hasText(String.format("%,d", before + 12));
        assertThat(page.locator("[data-table=region_distribution]")).containsText("Atlantis");
        assertThat(page.locator("[data-chart=regions] canvas").first()).isVisible();
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    }

    @Test
    void asksAgainWhenAnAnswerIsLost() {
        Page page = open("/insights");
        assertThat(page.locator("[data-live]")).hasAttribute("data-state", "live");
        long before = number(page, "total_records");
        AtomicInteger asked = new AtomicInteger();
        page.route("**/insights", route -> {
            if (asked.getAndIncrement() == 0) {
                route.abort();
            } else {
                route.resume();
            }
        });

        post(page, session("lost-answer-" + System.nanoTime() + ".com"));

        assertThat(value(page, "total_records")).hasText(String.format("%,d", before + 1));
        assertThat(page.locator("[data-live]")).hasAttribute("data-state", "live");
    }

    @Test
    void drawsNamesThatObjectsAlreadyHave() {
        Page page = open("/insights");
        for (String name : HOSTILE_NAMES) {
            post(
                    page,
                    session("named-" + name + ".com")
                            .replaceAll("(?m)^(Region|Source|Destination): .*", "$1: " + name));
        }

        for (String name : HOSTILE_NAMES) {
            for (String table : List.of("region_distribution", "source_distribution", "destination_distribution")) {
                assertThat(page.locator("[data-table=" + table + "]")).containsText(name);
            }
        }
        page.reload();
        assertThat(page.locator("[data-live]")).hasAttribute("data-fresh", "");
        for (String chart : List.of("flow", "regions", "sources", "destinations")) {
            assertThat(page.locator("[data-chart=" + chart + "] canvas").first())
                    .isVisible();
        }
        page.waitForFunction(DRAWN);
    }

    @Test
    void writesTheSameLiveAsWithoutScripts() {
        Page live = open("/insights");
        post(live, session("formats-" + System.nanoTime() + ".com").replace("EU", "Mu"));
        assertThat(live.locator("[data-table=region_distribution]")).containsText("Mu");
        live.reload();
        assertThat(live.locator("[data-live]")).hasAttribute("data-fresh", "");

        Page plain = openWithoutScripts("/insights");

        assertThat(words(live)).isEqualTo(words(plain));
    }

    private static List<String> words(Page page) {
        return page.locator("[data-value], [data-table]").allTextContents().stream()
                .map(text -> text.replaceAll("\\s+", ""))
                .toList();
    }

    @Test
    void shrinksWhenARecordIsDeleted() {
        Page insights = open("/insights");
        String id =
                post(insights, session("shrink-" + System.nanoTime() + ".com").replace("EU", "Lemuria"));
        assertThat(insights.locator("[data-table=region_distribution]")).containsText("Lemuria");

        insights.request().delete("/api/sessions/" + id);

        assertThat(insights.locator("[data-table=region_distribution]")).not().containsText("Lemuria");
    }

    @Test
    void pastesOnTheDashboardAndReadsWhatWasWritten() {
        Page page = open("/");
        long before = number(page, "total_records");

        page.getByLabel("Session data").fill(session("pasted-" + System.nanoTime() + ".com"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload"))
                .click();

        assertThat(page.locator(".flash")).containsText(Pattern.compile("upload", Pattern.CASE_INSENSITIVE));
        assertThat(value(page, "total_records")).hasText(String.format("%,d", before + 1));
    }

    @Test
    void saysWhenItIsNotLiveAndConnectsAgain() {
        Page page = open(new NewContextOptions());
        page.route("**/api/insights/stream", Route::abort);
        page.navigate("/insights");
        assertThat(page.locator("[data-live]")).containsText("Not live since");
        assertThat(page.locator("[data-live]")).containsText("as of");

        page.unroute("**/api/insights/stream");

        assertThat(page.locator("[data-live]"))
                .hasAttribute("data-state", "live", new HasAttributeOptions().setTimeout(20_000));
    }
}
